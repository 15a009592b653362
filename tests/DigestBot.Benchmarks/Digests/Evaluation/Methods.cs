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
            new Method("this engine", (candidate, count) => Selector.Choose(candidate.Unit, candidate.Scores, count, model)),
            new Method("linear model", linear.Choose),
            new Method("LEAD", Baselines.Lead),
            new Method("random", Baselines.Random),
            new Method("TextRank", (candidate, count) => Baselines.ByWalk(candidate, count, RandomWalk.TextRank)),
            new Method("LexRank", (candidate, count) => Baselines.ByWalk(candidate, count, RandomWalk.LexRank)),
            new Method("oracle", Baselines.Oracle),
        ];
    }
}
