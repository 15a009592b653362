using DigestBot.Articles;

namespace DigestBot.Digests;

/// <summary>
/// The digest of an edited article for somebody who had it before: of a section that changed, the sentences that are new come
/// before those that were read already, and what is left of its length is as it would have been.
/// </summary>
internal static class NewsFirst
{
    /// <summary>How many sentences of a section the longer digest holds, by which new ones are preferred.</summary>
    public const int Ranked = 10;

    /// <param name="digest">The digest as it would be for anybody.</param>
    /// <param name="longer">One of the same article with up to <see cref="Ranked"/> sentences a section.</param>
    /// <param name="older">The edition that was read, with its sentences.</param>
    public static Digest Of(Digest digest, Digest longer, Edition older) =>
        digest with { Sections = [.. digest.Sections.Zip(longer.Sections, (section, more) => older.HasSection(section.Section) ? section : Of(section, more, older))] };

    private static SectionDigest Of(SectionDigest digest, SectionDigest longer, Edition older)
    {
        var news = digest.Section.Sentences.Where(sentence => !older.HasSentence(sentence)).ToHashSet(StringComparer.Ordinal);
        var chosen = digest.Sentences.Where(news.Contains)
            .Concat(longer.Sentences.Where(news.Contains))
            .Concat(digest.Section.Sentences.Where(news.Contains))
            .Concat(digest.Sentences)
            .Distinct(StringComparer.Ordinal).Take(digest.Sentences.Count).ToHashSet(StringComparer.Ordinal);
        return digest with { Sentences = [.. digest.Section.Sentences.Where(chosen.Contains).Distinct(StringComparer.Ordinal)] };
    }
}
