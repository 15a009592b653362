using DigestBot.Articles;
using DigestBot.Articles.Search;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

/// <summary>
/// Which sections a subscription is shown, by parts of their headings. The lead has no heading: it is shown where no section
/// was named. A section without a sentence says nothing in a digest, and is left out.
/// </summary>
internal static class SectionFilter
{
    public static bool Lets(Section section, Wants wants) =>
        section.HasSentences && (wants.Sections.Count == 0 || wants.Sections.Any(part => Has(section, part))) && !wants.NotSections.Any(part => Has(section, part));

    /// <summary>Whether a part stands in a heading, with accents or without; written as one word or two, where one begins.</summary>
    public static bool IsIn(string heading, string part)
    {
        var (plain, wanted) = (FilterText.Of(heading), FilterText.Of(part));
        return plain.Contains(wanted, StringComparison.Ordinal)
            || new FoldedName(wanted) is { Letters.Length: > 0 } name && new FoldedName(plain).ContainsAtWordStart(name);
    }

    private static bool Has(Section section, string part) => IsIn(section.Heading, part);
}
