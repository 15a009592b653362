using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Features;

/// <summary>How much the sentence shares with its neighbours, with the unit, and with the whole article.</summary>
internal static class SimilarityFeatures
{
    public static Feature[] All { get; } =
    [
        New("cen", (unit, i) => unit.Graph.Centre[i]),
        New("fwd", (unit, i) => unit.Graph.Forward[i]),
        New("bwd", (unit, i) => unit.Graph.Backward[i]),
        New("bm25", (unit, i) => unit.Graph.Bm25[i]),
        New("glob", (unit, i) => unit.Global[i]),
        New("lead", (unit, i) => unit.Graph.Lead[i]),
        New("simprev", (unit, i) => unit.Graph.Previous[i]),
        New("simnext", (unit, i) => unit.Graph.Next[i]),
        New("sim0", (unit, i) => unit.Graph.ToFirst[i]),
        New("maxearl", (unit, i) => unit.Graph.LargestEarlier[i]),
        New("maxlate", (unit, i) => unit.Graph.LargestLater[i]),
        New("cenrank", (unit, i) => unit.Graph.CentreRank[i]),
        New("simrank", (unit, i) => unit.Graph.ForwardRank[i]),
        New("novel", (unit, i) => unit.KeyWords.Novel[i]),
        New("keycov", (unit, i) => unit.KeyWords.Coverage[i]),
        New("keyrank", (unit, i) => unit.KeyWords.CoverageRank[i]),
    ];

    private static Feature New(string name, Func<Unit, int, double> measure) => new(name, FeatureKind.Similarity, measure);
}
