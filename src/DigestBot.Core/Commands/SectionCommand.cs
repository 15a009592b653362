using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Digests;

namespace DigestBot.Commands;

/// <summary>Shows one section of an article: its digest, at more length, or all of it.</summary>
internal sealed class SectionCommand(ArticleLibrary library, DigestBuilder builder) : IChatCommand
{
    /// <summary>No article and heading together are longer; what follows is not searched for.</summary>
    private const int LongestSearched = 200;

    public CommandInfo Info { get; } = new("section", ["bagian"], CommandAccess.Anyone,
        [new("article", "artikel", Required: true, Suggestions.Article), new("section", "bagian", Required: true, Suggestions.Section)]);

    public Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (wanted, view) = DivideView(context.Arguments[..Math.Min(context.Arguments.Length, LongestSearched)]);
        return Task.FromResult(Find(context, library.Current, wanted, view));
    }

    private Answer Find(CommandContext context, LibrarySnapshot snapshot, string wanted, SectionView? view)
    {
        var words = context.Words;
        if (snapshot.Articles.Count == 0)
            return ArticleAnswers.NoArticles(words);

        if (wanted.Length == 0)
            return ArticleAnswers.Choose(words.Paragraph("Section_Usage"), Openers(snapshot.Articles), words).ForAsker();

        var start = ArticleFinder.FindAtStart(snapshot.Articles, wanted);
        if (start is var (article, heading) && SectionFinder.Find(article, heading) is { Count: > 0 } inArticle)
            return inArticle is [var only] ? Show(context, article, only.Number, view) : Several(context, heading, inArticle.Select(section => (article, section)));

        if (TargetFinder.FindNumberedOrKeyed(snapshot, wanted) is { } whole)
            return new Answer(SectionMessages.ForList(builder.Build(whole, new DigestOptions()), 1, words));

        // No article was named, or none that has such a section: it may be a heading of any of them.
        var anywhere = start is { } named && IsSure(snapshot, named.Article, wanted) ? [] : Everywhere(snapshot, wanted);
        if (anywhere is [var one])
            return Show(context, one.Article, one.Section.Number, view);

        return anywhere.Count > 0 ? Several(context, wanted, anywhere) : Missing(context, snapshot, start, wanted);
    }

    private Answer Show(CommandContext context, Article article, int number, SectionView? view)
    {
        var digest = builder.Build(article, DigestOptions.For(view == SectionView.Longer ? DigestLength.Long : DigestLength.Normal));
        var unit = article.Lead.IsEmpty ? number - 1 : number;
        return new Answer(SectionMessages.ForSection(digest, unit, view ?? SectionView.Digest, context.Words))
        {
            // Turning from section to section stays in one message; a full text is long and follows.
            Replaces = context.Request.IsButton && view is not null && view != SectionView.Full,
        };
    }

    private static Answer Several(CommandContext context, string wanted, IEnumerable<(Article Article, NumberedSection Section)> found)
    {
        var all = found.ToArray();
        var oneArticle = all.All(candidate => candidate.Article.Id == all[0].Article.Id);
        return ArticleAnswers.Choose(context.Words.Paragraph("Several", Labels.Echo(wanted)), all.Select(Open), context.Words);

        Button Open((Article Article, NumberedSection Section) candidate)
        {
            var heading = SectionMessages.HeadingOf(candidate.Section.Section, context.Words);
            var label = oneArticle ? $"{candidate.Section.Number}. {heading}" : $"{heading} · {candidate.Article.Title}";
            return new Button(Labels.Short(label, 40), $"section {candidate.Article.Id.Key} {candidate.Section.Number}");
        }
    }

    private Answer Missing(CommandContext context, LibrarySnapshot snapshot, (Article Article, string Heading)? start, string wanted)
    {
        if (start is var (article, heading))
        {
            var list = SectionMessages.ForList(builder.Build(article, new DigestOptions()), 1, context.Words);
            return new Answer(list with { Blocks = [context.Words.Paragraph("None_Section", Labels.Echo(heading)), .. list.Blocks] });
        }

        var found = ArticleFinder.Find(snapshot.Articles, wanted);
        return found is [var only]
            ? new Answer(SectionMessages.ForList(builder.Build(only, new DigestOptions()), 1, context.Words))
            : ArticleAnswers.WhichArticle(snapshot, found, wanted, "sections", context.Words);
    }

    /// <summary>Whether the article was named by its number or key, so that nothing else can be meant.</summary>
    private static bool IsSure(LibrarySnapshot snapshot, Article article, string wanted) =>
        TargetFinder.FindNumberedOrKeyed(snapshot, wanted.Split(' ')[0])?.Id == article.Id;

    private static List<(Article Article, NumberedSection Section)> Everywhere(LibrarySnapshot snapshot, string wanted)
    {
        var all = snapshot.Articles
            .SelectMany(article => SectionFinder.Numbered(article).Select(section => (Article: article, Section: section)))
            .Where(candidate => candidate.Section.Section.Heading.Length > 0)
            .ToArray();
        return [.. NameMatching.Best(all, candidate => [candidate.Section.Section.Heading], wanted)];
    }

    private static IEnumerable<Button> Openers(IEnumerable<Article> articles) =>
        articles.Select(article => new Button(Labels.Short(article.Title, 40), $"sections {article.Id.Key}"));

    /// <summary>A last word such as <c>full</c> says how much is wanted.</summary>
    private static (string Wanted, SectionView? View) DivideView(string arguments)
    {
        var last = arguments.LastIndexOf(' ') + 1;
        return last > 0 && SectionView.TryParse(arguments[last..]) is { } view ? (arguments[..last].TrimEnd(), view) : (arguments, null);
    }
}
