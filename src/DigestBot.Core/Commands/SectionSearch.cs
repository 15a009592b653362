using DigestBot.Articles;
using DigestBot.Chats;

namespace DigestBot.Commands;

/// <summary>
/// Finds the section that a line such as <c>2 ekonomi</c>, <c>kopi gayo cara olah</c> or <c>ekonomi</c> means: where the
/// article ends and the heading begins is not marked.
/// </summary>
internal static class SectionSearch
{
    /// <summary>An article is named by so many words at most.</summary>
    private const int MostWords = 12;

    private static readonly IReadOnlyList<Found> Nothing = [];

    /// <summary>
    /// What fits. A number or a key at the beginning is the article; else the whole is the very name of an article or a heading;
    /// else the longest beginning that leaves a heading of an article it names; else the whole is an article or a heading of any article, whichever it fits better. Spellings that
    /// are only near count where nothing else fits, those of headings first. None, one, or several to ask back about.
    /// </summary>
    public static IReadOnlyList<Found> Find(LibrarySnapshot library, string wanted)
    {
        if (TargetFinder.FindNumberedOrKeyed(library, wanted) is { } whole)
            return [new Found(whole, null)];

        var words = wanted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && TargetFinder.FindNumberedOrKeyed(library, words[0]) is { } sure)
            return In([sure], words[1..], spelling: true);

        return OrNull(Called(library, wanted))
            ?? Pairs(library, words, articleSpelling: false, headingSpelling: false)
            ?? OrNull(Named(library, wanted, spelling: false).Items)
            ?? (NumberMissing(library, wanted) ? Nothing : null)
            ?? Pairs(library, words, articleSpelling: false, headingSpelling: true)
            // Its article is named and has no such section: to guess at another would contradict what was typed.
            ?? (ArticleFinder.FindSurelyAtStart(library.Articles, wanted) is not null ? Nothing : null)
            ?? Pairs(library, words, articleSpelling: true, headingSpelling: true)
            ?? Near(library, wanted);
    }

    /// <summary>The same, of names alone that hold what is wanted letter for letter.</summary>
    public static IReadOnlyList<Found> FindSurely(LibrarySnapshot library, string wanted)
    {
        var words = wanted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && TargetFinder.FindNumberedOrKeyed(library, words[0]) is { } sure)
            return In([sure], words[1..], spelling: false);

        return OrNull(Called(library, wanted))
            ?? Pairs(library, words, articleSpelling: false, headingSpelling: false)
            ?? Named(library, wanted, spelling: false).Items;
    }

    /// <summary>The articles and sections whose name is, holds or nearly spells what is wanted.</summary>
    public static IReadOnlyList<Found> Near(LibrarySnapshot library, string wanted) =>
        Named(library, wanted, spelling: true).Items;

    /// <summary>The article that the line begins with, though it has no section that fits the rest; null where it names none.</summary>
    public static (Article Article, string Heading)? DivideAtStart(LibrarySnapshot library, string wanted)
    {
        var blank = wanted.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && TargetFinder.FindNumberedOrKeyed(library, wanted[..blank]) is { } sure
            ? (sure, wanted[(blank + 1)..].TrimStart())
            : ArticleFinder.FindAtStart(library.Articles, wanted);
    }

    /// <summary>The longest beginning that is an article which has a section of the rest; null where there is none.</summary>
    private static IReadOnlyList<Found>? Pairs(LibrarySnapshot library, string[] words, bool articleSpelling, bool headingSpelling)
    {
        for (var count = Math.Min(words.Length - 1, MostWords); count >= 1; count--)
        {
            var articles = ArticleFinder.Match(library.Articles, string.Join(' ', words[..count]), articleSpelling).Items;
            if (OrNull(In(articles, words[count..], headingSpelling)) is { } found)
                return found;
        }

        return null;
    }

    private static List<Found> In(IReadOnlyList<Article> articles, string[] heading, bool spelling)
    {
        var wanted = string.Join(' ', heading);
        return
        [
            .. articles.SelectMany(article =>
                SectionFinder.Find(article, wanted, SectionMessages.LeadNames, spelling).Select(section => new Found(article, section))),
        ];
    }

    /// <summary>Those that are called exactly so, but for case and signs.</summary>
    private static IReadOnlyList<Found> Called(LibrarySnapshot library, string wanted) =>
        Named(library, wanted, spelling: false) is { Fit: NameFit.Same or NameFit.SameLetters } named ? named.Items : [];

    private static NameMatch<Found> Named(LibrarySnapshot library, string wanted, bool spelling) =>
        NameMatching.Find([.. library.Articles.SelectMany(WithSections)], found => found.Names, wanted, spelling);

    /// <summary>Whether it is an article and a number that none of its sections has.</summary>
    private static bool NumberMissing(LibrarySnapshot library, string wanted) =>
        ArticleFinder.FindAtStart(library.Articles, wanted) is var (_, number) && number.All(char.IsAsciiDigit);

    private static IReadOnlyList<Found>? OrNull(IReadOnlyList<Found> found) => found.Count > 0 ? found : null;

    private static IEnumerable<Found> WithSections(Article article) =>
        SectionFinder.Numbered(article).Where(section => section.Section.Heading.Length > 0).Select(section => new Found(article, section))
            .Prepend(new Found(article, null));
}

/// <summary>A section that fits, or an article as a whole where there is no section.</summary>
internal sealed record Found(Article Article, NumberedSection? Section)
{
    public IReadOnlyList<string> Names => Section is null ? ArticleFinder.NamesOf(Article) : [Section.Section.Heading];
}
