using DigestBot.Articles;
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

    private static bool Has(Section section, string part) => section.Heading.Contains(part, StringComparison.OrdinalIgnoreCase);
}
