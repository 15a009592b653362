using DigestBot.Articles;

namespace DigestBot.Commands;

/// <summary>
/// Finds the section that a line such as <c>2 ekonomi</c>, <c>kopi gayo cara olah</c> or <c>ekonomi</c> means: where the
/// article ends and the heading begins is not marked.
/// </summary>
internal static class SectionSearch
{
    /// <summary>An article is named by so many words at most.</summary>
    private const int MostWords = 12;

    /// <summary>
    /// The sections that fit. A number or a key at the beginning is the article; else the longest beginning that leaves a
    /// heading of an article it names; else a heading of any article. None, one, or several to ask back about.
    /// </summary>
    public static IReadOnlyList<FoundSection> Find(LibrarySnapshot library, string wanted)
    {
        var words = wanted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && TargetFinder.FindNumberedOrKeyed(library, words[0]) is { } sure)
            return In([sure], words[1..]);

        for (var count = Math.Min(words.Length - 1, MostWords); count >= 1; count--)
        {
            var articles = ArticleFinder.Find(library.Articles, string.Join(' ', words[..count]));
            if (In(articles, words[count..]) is { Count: > 0 } found)
                return found;
        }

        var headed = library.Articles.SelectMany(All).Where(section => section.Section.Heading.Length > 0).ToArray();
        return NameMatching.Best(headed, section => [section.Section.Heading], wanted);
    }

    /// <summary>The article that the line begins with, though it has no section that fits the rest; null where it names none.</summary>
    public static (Article Article, string Heading)? DivideAtStart(LibrarySnapshot library, string wanted)
    {
        var blank = wanted.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && TargetFinder.FindNumberedOrKeyed(library, wanted[..blank]) is { } sure
            ? (sure, wanted[(blank + 1)..].TrimStart())
            : ArticleFinder.FindAtStart(library.Articles, wanted);
    }

    private static List<FoundSection> In(IReadOnlyList<Article> articles, string[] heading)
    {
        var wanted = string.Join(' ', heading);
        return [.. articles.SelectMany(article => SectionFinder.Find(article, wanted).Select(section => new FoundSection(article, section)))];
    }

    private static IEnumerable<FoundSection> All(Article article) =>
        SectionFinder.Numbered(article).Select(section => new FoundSection(article, section));
}

/// <summary>A section that fits, with its article and the number by which readers address it.</summary>
internal sealed record FoundSection(Article Article, int Number, Section Section)
{
    public FoundSection(Article article, NumberedSection numbered) : this(article, numbered.Number, numbered.Section)
    {
    }
}
