using DigestBot.Benchmarks.Digests.Data;

namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>A unit with the digests that could be made of it and what each would be worth.</summary>
/// <param name="Kind">Which set it comes from.</param>
/// <param name="Features">Rows of features as the engine measures them.</param>
/// <param name="Sets">The digests looked at: the places of their sentences.</param>
/// <param name="Rewards">What each set is worth: (ROUGE-1 + ROUGE-2) / 2.</param>
internal sealed record Example(DocumentKind Kind, float[] Features, int[][] Sets, double[] Rewards)
{
    /// <summary>How many sentences the unit has.</summary>
    public int Count => Features.Length / DigestBot.Digests.Extractive.Features.FeatureSet.Count;
}
