using DigestBot.Digests.Extractive.Features;

namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>The mean and the deviation of each feature over the sentences to learn from.</summary>
internal sealed class Standardisation
{
    private const double LeastDeviation = 0.2;

    public Standardisation(IEnumerable<Example> examples)
    {
        var (sums, squares) = (new double[FeatureSet.Count], new double[FeatureSet.Count]);
        var count = 0;
        foreach (var example in examples)
        {
            for (var place = 0; place < example.Features.Length; place++)
            {
                sums[place % FeatureSet.Count] += example.Features[place];
                squares[place % FeatureSet.Count] += (double)example.Features[place] * example.Features[place];
            }

            count += example.Count;
        }

        Mean = [.. sums.Select(sum => (float)(sum / count))];
        Deviation = [.. squares.Zip(sums, (square, sum) => (float)Math.Max(LeastDeviation, Math.Sqrt(Math.Max(0, (square / count) - (sum / count * (sum / count))))))];
    }

    public float[] Mean { get; }

    public float[] Deviation { get; }

    /// <summary>A copy of rows of features with mean zero and deviation one.</summary>
    public float[] Apply(float[] features)
    {
        var scaled = new float[features.Length];
        for (var place = 0; place < features.Length; place++)
        {
            var column = place % FeatureSet.Count;
            scaled[place] = (features[place] - Mean[column]) / Deviation[column];
        }

        return scaled;
    }
}
