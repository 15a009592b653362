using DigestBot.Articles;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>Methods that need no learning.</summary>
internal static class Baselines
{
    /// <summary>The first sentences of the unit.</summary>
    public static int[] Lead(Candidate candidate, int count) => [.. Enumerable.Range(0, Math.Min(count, candidate.Unit.Count))];

    /// <summary>Any sentences, the same ones in every run.</summary>
    public static int[] Random(Candidate candidate, int count)
    {
        var unit = candidate.Unit;
        var seed = unit.Count == 0 ? 0 : Convert.ToInt32(Fingerprint.Of(unit.Sentences[0].Text)[..7], 16);
        var random = new System.Random(seed);
        return [.. Enumerable.Range(0, unit.Count).OrderBy(_ => random.Next()).Take(count).Order()];
    }

    /// <summary>Ranks sentences by a walk over their similarities and takes the first.</summary>
    public static int[] ByWalk(Candidate candidate, int count, Func<TermRows, double[,]> similarities)
    {
        var ranks = RandomWalk.Ranks(similarities(candidate.Unit.Rows));
        return [.. Enumerable.Range(0, candidate.Unit.Count).OrderByDescending(place => Math.Round(ranks[place], 9)).Take(count).Order()];
    }
}
