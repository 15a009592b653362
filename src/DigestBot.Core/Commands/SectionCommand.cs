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
        var (wanted, view) = DivideView(library.Current, context.Arguments[..Math.Min(context.Arguments.Length, LongestSearched)]);
        return Task.FromResult(Find(context, library.Current, wanted, view));
    }

    private Answer Find(CommandContext context, LibrarySnapshot snapshot, string wanted, SectionView? view)
    {
        if (snapshot.Articles.Count == 0)
            return ArticleAnswers.NoArticles(context.Words);

        if (wanted.Length == 0)
            return ArticleAnswers.WhichSection(snapshot, context.Words);

        return SectionSearch.Find(snapshot, wanted) switch
        {
            [{ Section: { } section, Article: var article }] => Show(context, article, section.Number, view),
            [{ Article: var article }] => new Answer(SectionMessages.ForList(builder.Build(article, new DigestOptions()), 1, context.Words)),
            [_, ..] several => Several(context, wanted, several),
            _ => Missing(context, snapshot, wanted),
        };
    }

    private Answer Show(CommandContext context, Article article, int number, SectionView? view)
    {
        var digest = builder.Build(article, DigestOptions.For(view == SectionView.Longer ? DigestLength.Long : DigestLength.Normal));
        var unit = SectionMessages.UnitOf(article, number);
        return new Answer(SectionMessages.ForSection(digest, unit, view ?? SectionView.Digest, context.Words))
        {
            // Turning from section to section stays in one message; a full text is long and follows.
            Replaces = context.Request.IsButton && view is not null && view != SectionView.Full,
        };
    }

    private static Answer Several(CommandContext context, string wanted, IReadOnlyList<Found> found)
    {
        var oneArticle = found.All(candidate => candidate.Article.Id == found[0].Article.Id);
        return ArticleAnswers.Choose(context.Words.Paragraph("Several", Labels.Echo(wanted)), found.Select(Open), context.Words);

        Button Open(Found candidate)
        {
            if (candidate.Section is not { } section)
                return ArticleAnswers.ArticleButton(candidate.Article, "sections");

            var heading = SectionMessages.HeadingOf(section.Section, context.Words);
            var label = oneArticle ? Labels.Short(Labels.Numbered(section.Number, heading), 40) : Labels.Pair(heading, candidate.Article.Title, 40);
            return new Button(label, $"section {candidate.Article.Id.Key} {section.Number}");
        }
    }

    /// <summary>No section fits: says what the article has, where one was named, and else which articles there are.</summary>
    private static Answer Missing(CommandContext context, LibrarySnapshot snapshot, string wanted)
    {
        if (SectionSearch.DivideAtStart(snapshot, wanted) is not var (article, heading))
            return ArticleAnswers.WhichArticle(snapshot, [], wanted, "sections", context.Words);

        var list = SectionMessages.ForHeadings(article, context.Words);
        return new Answer(list with { Blocks = [context.Words.Paragraph("None_Section", Labels.Echo(heading)), .. list.Blocks] });
    }

    /// <summary>A last word such as <c>full</c> says how much is wanted, unless it belongs to the name of what there is.</summary>
    private static (string Wanted, SectionView? View) DivideView(LibrarySnapshot snapshot, string arguments)
    {
        var last = arguments.LastIndexOf(' ') + 1;
        if (last == 0 || SectionView.TryParse(arguments[last..]) is not { } view)
            return (arguments, null);

        var before = arguments[..last].TrimEnd();
        var isNumbered = before[(before.LastIndexOf(' ') + 1)..] is var number && number.Length < before.Length && number.All(char.IsAsciiDigit);
        return isNumbered || SectionSearch.FindSurely(snapshot, arguments).Count == 0 ? (before, view) : (arguments, null);
    }
}
