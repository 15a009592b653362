using DigestBot.Articles.Sentences;

namespace DigestBot.Articles;

/// <summary>
/// One article at one content hash. <see cref="Number"/> rises by one with every edition the bot has ever seen, over
/// all articles: a subscription's place in that row is a single number.
/// </summary>
/// <param name="Number">The place in the row of all editions, from 1.</param>
/// <param name="Article">Which article.</param>
/// <param name="Hash">The article's hash at that time.</param>
/// <param name="SectionHashes">
/// The unnumbered hashes of its units at that time: the lead, where there is one, and the sections. Those recorded before there
/// were unnumbered ones are the hashes as written.
/// </param>
/// <param name="SeenAt">When the bot first saw it.</param>
public sealed record Edition(long Number, ArticleId Article, string Hash, IReadOnlyList<string> SectionHashes, DateTimeOffset SeenAt)
{
    /// <summary>An article of more sentences is recorded without them: 16 KB of hashes are enough for what is no book.</summary>
    public const int MostSentences = 2_000;

    /// <summary>
    /// Short hashes of its sentences at that time, without initials and in any order; none where they were not recorded. Beside
    /// 2,000 of them one new sentence in two million is taken for one that was there.
    /// </summary>
    public IReadOnlyList<uint> SentenceHashes { get; init; } = [];

    /// <summary>Whether it can be told which sentences it had.</summary>
    public bool KnowsSentences => SentenceHashes.Count > 0;

    /// <summary>The edition that an article is now.</summary>
    public static Edition Of(long number, Article article, DateTimeOffset now)
    {
        var sentences = article.Units.SelectMany(unit => unit.Sentences).Take(MostSentences + 1).ToArray();
        return new Edition(number, article.Id, article.Hash, [.. article.Units.Select(unit => unit.UnnumberedHash)], now)
        {
            SentenceHashes = sentences.Length > MostSentences ? [] : [.. sentences.Select(sentence => Fingerprint.Short(Initials.TakenOff(sentence))).Distinct()],
        };
    }

    /// <summary>Whether it had the section with the same text under the same heading, whatever number that had.</summary>
    public bool HasSection(Section section) => SectionHashes.Contains(section.UnnumberedHash) || SectionHashes.Contains(section.Hash);

    /// <summary>
    /// Whether the sentence stood anywhere in it, whoever's initials are behind it; false where its sentences were not recorded.
    /// Older records have the sentences with their initials.
    /// </summary>
    public bool HasSentence(string sentence) =>
        SentenceHashes.Contains(Fingerprint.Short(Initials.TakenOff(sentence))) || Initials.LengthWithout(sentence) < sentence.Length && SentenceHashes.Contains(Fingerprint.Short(sentence));
}
