using DigestBot.Articles;
using DigestBot.Articles.Search;
using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>What can be offered while an argument is typed.</summary>
public sealed class Suggester(ArticleLibrary library, ArticleSearch search, SubscriptionBook book)
{
    /// <summary>The most choices at once: what Discord takes.</summary>
    public const int Most = 25;

    private const int LongestLabel = 100;

    /// <summary>Who types does not wait for the index longer than this right after the start.</summary>
    private static readonly TimeSpan LongestLoading = TimeSpan.FromSeconds(1);

    internal async Task<IReadOnlyList<Choice>> SuggestAsync(Suggestions kind, SuggestionRequest request, CancellationToken cancellationToken)
    {
        var snapshot = library.Current;
        if (kind == Suggestions.SearchResult)
            return Shown(await FoundAsync(snapshot, request.Typed, cancellationToken));

        var settings = await book.SettingsAsync(request.Chat, cancellationToken);
        var words = Words.TryFor(settings.Language) ?? Words.TryFor(request.Language) ?? Words.Indonesian;
        IEnumerable<Choice> all = kind switch
        {
            Suggestions.Article => snapshot.Articles.Select(Of),
            Suggestions.Topic => snapshot.Topics.Select(Of),
            Suggestions.ArticleOrTopic => [.. snapshot.Topics.Select(Of), .. snapshot.Articles.Select(Of)],
            Suggestions.Section => Sections(snapshot, request.Article, words),
            Suggestions.Subscription => (await book.ListAsync(request.Chat, cancellationToken)).Select(subscription =>
                new Choice(TargetFinder.LabelOf(subscription.Wants, snapshot, words), subscription.Wants.TargetKey)),
            Suggestions.Zone => ZoneText.Known.Select(zone => new Choice(zone.Name, zone.Zone)),
            Suggestions.Language => Words.All.Select(language => new Choice(language["Language_Name"], language.Language)),
            _ => [],
        };
        return Shown(Fitting([.. all], request.Typed));
    }

    private static IReadOnlyList<Choice> Shown(IEnumerable<Choice> choices) =>
        [.. choices.Take(Most).Select(choice => choice with { Label = Labels.Short(choice.Label, LongestLabel) })];

    /// <summary>The best first; before a word is typed, and where somebody chose already and looks again, the newest articles.</summary>
    private async Task<IEnumerable<Choice>> FoundAsync(LibrarySnapshot snapshot, string typed, CancellationToken cancellationToken)
    {
        if (SearchQuery.Parse(typed).Words.Count == 0 || SearchChoices.TryRead(typed, snapshot) is not null)
            return snapshot.Articles.Select(SearchChoices.Of);

        return await search.IsReadyAsync(LongestLoading, cancellationToken)
            ? (await search.FindAsync(typed, cancellationToken)).Places.Select(SearchChoices.Of)
            : [];
    }

    /// <summary>All of them where nothing is typed yet; else those whose label, or value, is begun, held or nearly spelled so.</summary>
    private static IReadOnlyList<Choice> Fitting(IReadOnlyList<Choice> all, string typed) =>
        string.IsNullOrWhiteSpace(typed) ? all : NameMatching.Best(all, choice => [choice.Label, choice.Value], typed);

    private static IEnumerable<Choice> Sections(LibrarySnapshot snapshot, string article, Words words) =>
        ArticleFinder.Find(snapshot.Articles, article) is [var found, ..]
            ? SectionFinder.Numbered(found).Select(section => new Choice(
                Labels.Numbered(section.Number, SectionMessages.HeadingOf(section.Section, words)), $"{section.Number}"))
            : [];

    private static Choice Of(Article article) => new(article.Title, article.Id.Key);

    private static Choice Of(string topic) => new(topic, TargetFinder.TopicKey(topic));
}
