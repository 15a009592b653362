using System.Globalization;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Digests;

namespace DigestBot.Commands;

/// <summary>Shows what an article holds: its overview and its sections to open.</summary>
internal sealed class SectionsCommand(ArticleLibrary library, DigestBuilder builder, Looks looks) : IChatCommand
{
    public CommandInfo Info { get; } = new(
        "sections", ["daftarbagian"], CommandAccess.Anyone, [new("article", "artikel", Required: true, Suggestions.Article)]);

    public Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var snapshot = library.Current;
        if (snapshot.Articles.Count == 0)
            return Task.FromResult(ArticleAnswers.NoArticles(context.Words));

        var (wanted, page) = DividePage(context.Arguments, snapshot);
        var found = ArticleFinder.Find(snapshot.Articles, wanted);
        return Task.FromResult(found is [var article]
            ? ListOf(article, page, context)
            : ArticleAnswers.WhichArticle(snapshot, found, wanted, Info.Name, context.Words));
    }

    private Answer ListOf(Article article, int page, CommandContext context)
    {
        var list = SectionMessages.ForList(builder.Build(article, new DigestOptions()), page, context.Words);
        return (new Answer(list) { Replaces = context.Request.IsButton && page > 0 })
            .With(DigestMessages.Thumbs(article, looks.For(context.Settings.Layout).Layout));
    }

    /// <summary>A number after an article's number or key is the page; 0 where none is named.</summary>
    private static (string Wanted, int Page) DividePage(string arguments, LibrarySnapshot snapshot) =>
        arguments.Split(' ') is [var first, var second]
        && TargetFinder.FindNumberedOrKeyed(snapshot, first) is not null
        && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? (first, page)
            : (arguments, 0);
}
