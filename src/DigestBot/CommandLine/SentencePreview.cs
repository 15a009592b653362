using DigestBot.Digests.Extractive;

namespace DigestBot.CommandLine;

/// <summary>Why a sentence was chosen or passed over.</summary>
/// <param name="Sentence">As the digest would show it.</param>
/// <param name="Score">Only to be compared within the same unit; four decimals.</param>
/// <param name="Chosen">Whether it is in the digest.</param>
/// <param name="Reasons">What moved its score most by kind of feature, the largest first: by how much it stands above an average sentence.</param>
internal sealed record SentencePreview(string Sentence, double Score, bool Chosen, IReadOnlyDictionary<string, double> Reasons)
{
    public static IReadOnlyList<SentencePreview>? Of(IReadOnlyList<ExplainedSentence>? sentences) => sentences is null
        ? null
        : [.. sentences.Select(sentence => new SentencePreview(
            sentence.Text,
            Math.Round(sentence.Score, 4),
            sentence.IsChosen,
            sentence.Reasons.ToDictionary(reason => reason.Kind.ToString().ToLowerInvariant(), reason => Math.Round(reason.Effect, 4))))];
}
