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
    public static IReadOnlyList<NumberedSection> Find(Article article, string wanted)
    {
        wanted = wanted.Trim();
        var sections = Numbered(article);
        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) &&
            sections.FirstOrDefault(section => section.Number == number) is { } numbered)
        {
            return [numbered];
        }

        return NameMatching.Best(sections, section => [section.Section.Heading], wanted);
    }
}
