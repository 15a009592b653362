using DigestBot.Articles;

namespace DigestBot.Digests;

/// <summary>What an engine makes of one article: sentences taken from it, in the order of the text.</summary>
/// <param name="Article">The article it was made from.</param>
/// <param name="Overview">Sentences that stand for the whole article.</param>
/// <param name="Sections">One for each of <see cref="Article.Units"/>, in the same order.</param>
public sealed record Digest(Article Article, IReadOnlyList<string> Overview, IReadOnlyList<SectionDigest> Sections);

/// <summary>The digest of one section.</summary>
/// <param name="Section">The section, the lead among them.</param>
/// <param name="Sentences">Verbatim, in the order of the text; empty only where the section has no sentence.</param>
public sealed record SectionDigest(Section Section, IReadOnlyList<string> Sentences);
