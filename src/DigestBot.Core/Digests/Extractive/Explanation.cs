using DigestBot.Articles;

namespace DigestBot.Digests.Extractive;

/// <summary>Why a digest looks as it does.</summary>
/// <param name="Overview">The sentences of the whole article.</param>
/// <param name="Sections">The sentences of each of <see cref="Article.Units"/>, in the same order.</param>
public sealed record Explanation(IReadOnlyList<ExplainedSentence> Overview, IReadOnlyList<IReadOnlyList<ExplainedSentence>> Sections);

/// <summary>A sentence, what it scored, and why.</summary>
/// <param name="Text">As the digest would show it.</param>
/// <param name="Score">What the network gives it; only to be compared within the same unit.</param>
/// <param name="IsChosen">Whether it is in the digest.</param>
/// <param name="Reasons">The kinds of features that moved its score most, the largest first.</param>
public sealed record ExplainedSentence(string Text, double Score, bool IsChosen, IReadOnlyList<Reason> Reasons);

/// <summary>What one kind of feature did to a score.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Effect">By how much the score stands above what it would be if these features were average.</param>
public sealed record Reason(FeatureKind Kind, double Effect);
