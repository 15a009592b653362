using DigestBot.Articles;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>Methods that need no learning: the first sentences, any sentences, the best ones seen from behind.</summary>
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

    /// <summary>Adds the sentence that helps ROUGE-1 + ROUGE-2 most, as long as one does.</summary>
    public static int[] Oracle(Candidate candidate, int count)
    {
        var chosen = new List<int>();
        var reached = -1.0;
        while (chosen.Count < Math.Min(count, candidate.Unit.Count))
        {
            var (best, value) = Enumerable.Range(0, candidate.Unit.Count).Except(chosen)
                .Select(place => (Place: place, Value: Worth(candidate, [.. chosen, place]))).MaxBy(next => next.Value);
            if (value <= reached) break;
            reached = value;
            chosen.Add(best);
        }

        return [.. chosen.Order()];
    }

    /// <summary>Ranks sentences by a walk over their similarities and takes the first.</summary>
    public static int[] ByWalk(Candidate candidate, int count, Func<TermRows, double[,]> similarities)
    {
        var ranks = RandomWalk.Ranks(similarities(candidate.Unit.Rows));
        return [.. Enumerable.Range(0, candidate.Unit.Count).OrderByDescending(place => Math.Round(ranks[place], 9)).Take(count).Order()];
    }

    private static double Worth(Candidate candidate, IEnumerable<int> places)
    {
        var score = candidate.Goal.Score(places.Order().Select(place => candidate.Unit.Sentences[place].Text));
        return score.Rouge1 + score.Rouge2;
    }
}
