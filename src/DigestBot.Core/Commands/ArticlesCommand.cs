using System.Globalization;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Lists the articles, all or those of a topic, under the numbers by which other commands take them.</summary>
internal sealed class ArticlesCommand(ArticleLibrary library, SubscriptionBook book) : IChatCommand
{
    public CommandInfo Info { get; } = new(
        "articles", ["artikel", "list", "topik", "topics"], CommandAccess.Anyone, [new("topic", "topik", Required: false, Suggestions.Topic)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var snapshot = library.Current;
        if (snapshot.Articles.Count == 0)
            return ArticleAnswers.NoArticles(context.Words);

        if (EditionRange.TryParse(context.Arguments) is { } range)
            return OfPost(context, snapshot, await book.ListAsync(context.Chat, cancellationToken), range);

        var (wanted, page) = DividePage(context.Arguments, snapshot);
        return wanted.Length == 0 || TargetFinder.IsEverything(wanted)
            ? List(context, context.Words["Articles_Title"], snapshot.Articles.Index(), page, "articles")
            : OfTopic(context, snapshot, wanted, page);
    }

    /// <summary>What one digest was about, as the button below it asks: "+12 more".</summary>
    private static Answer OfPost(CommandContext context, LibrarySnapshot snapshot, IReadOnlyList<Subscription> subscriptions, EditionRange range)
    {
        // Who opened it from a channel has another's subscription before them: its topic alone is known then.
        var wants = subscriptions.Select(subscription => subscription.Wants).FirstOrDefault(wants => wants.TargetKey == range.Target)
            ?? (TargetFinder.Find(snapshot, range.Target).Items is [var target] ? target : null);
        var articles = snapshot.Articles.Index()
            .Where(article => wants is null || TargetFinder.IsWanted(wants, article.Item))
            .Where(article => snapshot.EditionsOf(article.Item.Id).Any(edition => range.Holds(edition.Number)))
            .ToArray();
        return articles.Length > 0
            ? List(context, context.Words["Articles_OfDigest"], articles, range.Page, range.Action)
            : List(context, context.Words["Articles_Title"], snapshot.Articles.Index(), 0, "articles");
    }

    private static Answer OfTopic(CommandContext context, LibrarySnapshot snapshot, string wanted, int page)
    {
        var topics = TargetFinder.FindTopics(snapshot, wanted);
        if (topics is not [var topic])
            return ArticleAnswers.WhichTopic(snapshot, topics, wanted, "articles", context.Words);

        var articles = snapshot.Articles.Index().Where(article => article.Item.Topic == topic);
        return List(context, topic, articles, page, $"articles {TargetFinder.TopicKey(topic)}");
    }

    private static Answer List(CommandContext context, string title, IEnumerable<(int Index, Article Article)> articles, int page, string action)
    {
        var numbered = articles.Select(article => (article.Index + 1, article.Article)).ToArray();
        return new Answer(ListMessages.ForArticles(title, numbered, page, action, context.Words)) { Replaces = context.Request.IsButton && page > 0 };
    }

    /// <summary>A number at the end is the page, unless the whole is a topic; 0 where none is named.</summary>
    private static (string Wanted, int Page) DividePage(string arguments, LibrarySnapshot snapshot)
    {
        var last = arguments.LastIndexOf(' ') + 1;
        return TargetFinder.FindTopic(snapshot, arguments) is null
            && int.TryParse(arguments.AsSpan(last), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? (arguments[..last].TrimEnd(), page)
            : (arguments, 0);
    }
}
