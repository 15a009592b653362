using System.Globalization;
using DigestBot.Articles;
using DigestBot.Articles.Search;
using DigestBot.Chats;
using DigestBot.Digests;

namespace DigestBot.Commands;

/// <summary>Finds sections by words in titles, headings and text, and opens the one that was chosen while typing.</summary>
internal sealed class SearchCommand(ArticleLibrary library, ArticleSearch search, DigestBuilder builder) : IChatCommand
{
    private const int LongestSearched = 300;
    private const int MostNear = 5;

    /// <summary>How long it waits for the index right after the start.</summary>
    private static readonly TimeSpan LongestLoading = TimeSpan.FromSeconds(20);

    public CommandInfo Info { get; } = new(
        "search", ["cari"], CommandAccess.Anyone, [new("text", "teks", Required: true, Suggestions.SearchResult)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var words = context.Words;
        var snapshot = library.Current;
        if (snapshot.Articles.Count == 0)
            return ArticleAnswers.NoArticles(words);

        if (SearchChoices.TryRead(context.Arguments, snapshot) is var (article, section))
            return new Answer(Open(article, section, words));

        var (typed, page) = DividePage(context.Arguments[..Math.Min(context.Arguments.Length, LongestSearched)]);
        if (SearchQuery.Parse(typed).Words.Count == 0)
            return Answer.Of(words.Paragraph("Search_Usage")).With([new Button(words["Button_Articles"], "articles")]).ForAsker();

        if (!await search.IsReadyAsync(LongestLoading, cancellationToken))
            return Answer.Of(words.Paragraph("Loading")).ForAsker();

        var result = await search.FindAsync(typed, cancellationToken);
        return result.Places.Count == 0
            ? Nothing(snapshot, typed, words)
            : new Answer(SearchMessages.ForResult(typed, result, page, words)) { Replaces = context.Request.IsButton && page > 0 };
    }

    private Message Open(Article article, NumberedSection? section, Words words)
    {
        var digest = builder.Build(article, new DigestOptions());
        return section is null
            ? SectionMessages.ForList(digest, 1, words)
            : SectionMessages.ForSection(digest, SectionMessages.UnitOf(article, section.Number), SectionView.Digest, words);
    }

    /// <summary>Headings and titles that are spelled nearly so, else the list of articles: there is always a next step.</summary>
    private static Answer Nothing(LibrarySnapshot snapshot, string typed, Words words)
    {
        var near = SectionSearch.Near(snapshot, typed).Take(MostNear).Select(found => found.Section is { } section
            ? new Button(Labels.Short($"{section.Section.Heading} · {found.Article.Title}", 40), $"section {found.Article.Id.Key} {section.Number}")
            : ArticleAnswers.ArticleButton(found.Article, "sections"));
        Button[] buttons = [.. near, new Button(words["Button_Articles"], "articles")];
        var key = buttons.Length > 1 ? "Search_Near" : "Search_Nothing";
        return Answer.Of(words.Paragraph(key, Labels.Echo(typed))).With(buttons.Select(button => new[] { button }));
    }

    /// <summary>A mark and a number at the end name the page, as the buttons that turn pages write it; 0 where none is named.</summary>
    private static (string Typed, int Page) DividePage(string arguments)
    {
        var mark = arguments.LastIndexOf(SearchMessages.PageMark, StringComparison.Ordinal);
        return mark > 0 && int.TryParse(arguments.AsSpan(mark + SearchMessages.PageMark.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? (arguments[..mark].TrimEnd(), page)
            : (arguments, 0);
    }
}
