namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>How far a mean over documents may be off: the middle 95 % of the means of documents drawn again with replacement.</summary>
internal static class Bootstrap
{
    private const int Draws = 2000;
    private const int Seed = 20240619;

    public static (double Low, double High) Interval(IReadOnlyList<double> values)
    {
        if (values.Count == 0) return (0, 0);
        var random = new Random(Seed);
        var means = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Count; i++) sum += values[random.Next(values.Count)];
            means[draw] = sum / values.Count;
        }

        Array.Sort(means);
        return (means[Draws / 40], means[Draws - 1 - (Draws / 40)]);
    }
}
