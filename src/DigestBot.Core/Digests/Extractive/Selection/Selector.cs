using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Selection;

/// <summary>
/// Chooses sentences one by one, the best left each time. A sentence loses what it repeats of those chosen, and one that
/// points back ("Mereka ...", "However ...") loses more as long as the sentence before it is not chosen.
/// </summary>
internal static class Selector
{
    private const double Unit = 1e5;

    /// <summary>The places of up to <paramref name="count"/> sentences, in the order of the text.</summary>
    public static int[] Choose(Unit unit, float[] scores, int count, Model model)
    {
        var chosen = new bool[unit.Count];
        var repeated = new double[unit.Count];
        for (var left = Math.Min(count, unit.Count); left > 0; left--)
        {
            var best = Best(unit, scores, chosen, repeated, model);
            chosen[best] = true;
            if (left == 1) break;
            var similar = unit.Graph.SimilaritiesTo(best);
            for (var i = 0; i < repeated.Length; i++) repeated[i] = Math.Max(repeated[i], similar[i]);
        }

        return [.. Enumerable.Range(0, unit.Count).Where(i => chosen[i])];
    }

    private static int Best(Unit unit, float[] scores, bool[] chosen, double[] repeated, Model model)
    {
        var (best, bestValue) = (-1, 0L);
        for (var i = 0; i < chosen.Length; i++)
        {
            if (chosen[i]) continue;
            var dangles = i > 0 && !chosen[i - 1] && unit.Sentences[i].Is(SentenceTraits.PointsBack);
            var value = Rounded(scores[i] - (model.SimilarityPenalty * repeated[i]) - (dangles ? model.DanglingPenalty : 0));
            if (best < 0 || value > bestValue) (best, bestValue) = (i, value);
        }

        return best;
    }

    /// <summary>Scores are compared to five places: a difference in the last bit decides nothing, and ties go to the earlier.</summary>
    private static long Rounded(double value) => (long)Math.Round(value * Unit);
}
