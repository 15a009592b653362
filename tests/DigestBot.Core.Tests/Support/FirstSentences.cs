using DigestBot.Articles;
using DigestBot.Digests;

namespace DigestBot.Support;

/// <summary>An engine whose digests can be foreseen: the first sentences of each section, one unless more are asked for.</summary>
internal sealed class FirstSentences : IDigestEngine
{
    public string Name => "first";

    public Digest Digest(Article article, DigestOptions options) => new(
        article,
        [.. article.Units.SelectMany(unit => unit.Sentences).Take(options.OverviewSentences)],
        [.. article.Units.Select(unit => new SectionDigest(unit, [.. unit.Sentences.Take(options.SectionSentences ?? 1)]))]);
}
