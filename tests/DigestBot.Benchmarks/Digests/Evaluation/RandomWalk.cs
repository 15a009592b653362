using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>PageRank over sentences, and the similarities that TextRank and LexRank walk on.</summary>
internal static class RandomWalk
{
    private const double Damping = 0.85;
    private const int Steps = 60;

    /// <summary>The share of time that a walker spends at each sentence.</summary>
    public static double[] Ranks(double[,] similarities)
    {
        var count = similarities.GetLength(0);
        var sums = Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Sum(j => similarities[i, j])).ToArray();
        var ranks = Enumerable.Repeat(1.0 / count, count).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            var next = Enumerable.Repeat((1 - Damping) / count, count).ToArray();
            for (var from = 0; from < count; from++)
                for (var to = 0; to < count; to++)
                    next[to] += Damping * ranks[from] * (sums[from] > 0 ? similarities[from, to] / sums[from] : 1.0 / count);
            ranks = next;
        }

        return ranks;
    }

    /// <summary>TextRank (Mihalcea and Tarau 2004): words in common against the lengths' logarithms.</summary>
    public static double[,] TextRank(TermRows rows) => ForPairs(rows, (i, j) =>
    {
        var common = Terms(rows, i).Intersect(Terms(rows, j)).Count();
        var lengths = Math.Log(Math.Max(rows.DistinctIn(i), 1)) + Math.Log(Math.Max(rows.DistinctIn(j), 1));
        return lengths > 0 ? common / lengths : 0;
    });

    /// <summary>LexRank (Erkan and Radev 2004), continuous: tf-idf cosine.</summary>
    public static double[,] LexRank(TermRows rows)
    {
        var weights = Enumerable.Range(0, rows.SentenceCount)
            .Select(i => Enumerable.Range(rows.Starts[i], rows.DistinctIn(i)).ToDictionary(entry => rows.Terms[entry], entry => rows.Weights[entry]))
            .ToArray();
        return ForPairs(rows, (i, j) => weights[i].Sum(term => term.Value * weights[j].GetValueOrDefault(term.Key)));
    }

    private static double[,] ForPairs(TermRows rows, Func<int, int, double> similarity)
    {
        var similarities = new double[rows.SentenceCount, rows.SentenceCount];
        for (var i = 0; i < rows.SentenceCount; i++)
            for (var j = 0; j < i; j++) similarities[i, j] = similarities[j, i] = similarity(i, j);
        return similarities;
    }

    private static IEnumerable<int> Terms(TermRows rows, int sentence) => rows.Terms.Skip(rows.Starts[sentence]).Take(rows.DistinctIn(sentence));
}
