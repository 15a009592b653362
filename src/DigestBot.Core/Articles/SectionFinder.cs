using System.Globalization;

namespace DigestBot.Articles;

/// <summary>Finds the section that somebody means.</summary>
public static class SectionFinder
{
    /// <summary>The article's sections with their numbers; the lead, where there is one, is number 0.</summary>
    public static IReadOnlyList<NumberedSection> Numbered(Article article) =>
        [.. article.Units.Select((section, index) => new NumberedSection(article.Lead.IsEmpty ? index + 1 : index, section))];

    /// <summary>
    /// The sections that fit, those of the best kind of fit alone: the number, the heading exactly, without regard to case,
    /// beginning so, containing it, or spelled nearly so. None, one, or several to ask back about.
    /// </summary>
    /// <param name="article">Where to look.</param>
    /// <param name="wanted">What somebody typed.</param>
    /// <param name="leadNames">What the lead, which has no heading, goes by.</param>
    /// <param name="spelling">Whether headings that are only spelled nearly so count, too.</param>
    public static IReadOnlyList<NumberedSection> Find(
        Article article, string wanted, IReadOnlyList<string>? leadNames = null, bool spelling = true)
    {
        wanted = wanted.Trim();
        var sections = Numbered(article);
        if (wanted.Length > 0 && wanted.All(char.IsAsciiDigit))
            return Numbered(sections, wanted);

        return NameMatching.Find(sections, section => section.Section.Heading.Length > 0 ? [section.Section.Heading] : leadNames ?? [""], wanted, spelling).Items;
    }

    /// <summary>The section of that number; else, such as 1998, those whose heading begins with it. "99" is not in "1999".</summary>
    private static IReadOnlyList<NumberedSection> Numbered(IReadOnlyList<NumberedSection> sections, string wanted) =>
        int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) &&
            sections.FirstOrDefault(section => section.Number == number) is { } numbered
            ? [numbered]
            : [.. sections.Where(section => new FoldedName(section.Section.Heading).FirstWord == wanted)];
}
