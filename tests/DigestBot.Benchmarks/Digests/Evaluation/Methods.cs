using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Selection;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>What the table compares.</summary>
internal static class Methods
{
    /// <summary>The place of LEAD in the list: what the others are measured against.</summary>
    public const int Anchor = 2;

    public static IReadOnlyList<Method> All(Model model)
    {
        var linear = new LinearModel();
        return
        [
            Method.ForUnits("this engine", (candidate, count) => Selector.Choose(candidate.Unit, candidate.Scores, count, model)),
            Method.ForUnits("linear model", linear.Choose),
            Method.ForUnits("LEAD", Baselines.Lead, showsRaw: true),
            Method.ForUnits("LEAD, dateline off", Baselines.Lead),
            Method.ForUnits("random", Baselines.Random),
            Method.ForUnits("TextRank", (candidate, count) => Baselines.ByWalk(candidate, count, RandomWalk.TextRank)),
            Method.ForUnits("LexRank", (candidate, count) => Baselines.ByWalk(candidate, count, RandomWalk.LexRank)),
            new Method("oracle", Oracle.Choose),
        ];
    }
}
