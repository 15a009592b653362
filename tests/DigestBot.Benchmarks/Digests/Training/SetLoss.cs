using DigestBot.Benchmarks.Digests.Data;
using DigestBot.Digests.Extractive;

namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>
/// How far the scores of a unit's sentences are from preferring the digests that are worth most: the cross-entropy of the
/// sets' scores to a softmax of their rewards, less some of the reward to be expected.
/// </summary>
internal static class SetLoss
{
    private const double NewsTemperature = 0.03;
    private const double AbstractTemperature = 0.05;
    private const double PaperTemperature = 0.005;
    private const double ExpectedRewardWeight = 20;

    /// <summary>The loss, and in <paramref name="slopes"/> its slope by each sentence's score.</summary>
    public static double Of(Example example, ReadOnlySpan<float> scores, Span<float> slopes)
    {
        slopes.Clear();
        var (temperature, weight) = example.Kind switch
        {
            DocumentKind.News => (NewsTemperature, ExpectedRewardWeight),
            DocumentKind.Abstract => (AbstractTemperature, 0),
            _ => (PaperTemperature, 0),
        };
        var totals = new double[example.Sets.Length];
        for (var set = 0; set < totals.Length; set++)
            foreach (var place in example.Sets[set]) totals[set] += scores[place];
        var wanted = Softmax(example.Rewards, temperature);
        var given = Softmax(totals, 1);
        var (loss, expected) = (0.0, 0.0);
        for (var set = 0; set < totals.Length; set++)
        {
            if (wanted[set] > 0) loss -= wanted[set] * (given[set] > 1e-300 ? StableMath.Log(given[set]) : -700);
            expected += given[set] * example.Rewards[set];
        }

        for (var set = 0; set < totals.Length; set++)
        {
            var slope = given[set] - wanted[set] - (weight * given[set] * (example.Rewards[set] - expected));
            foreach (var place in example.Sets[set]) slopes[place] += (float)slope;
        }

        return loss - (weight * expected);
    }

    private static double[] Softmax(double[] values, double temperature)
    {
        var largest = values.Max();
        var shares = new double[values.Length];
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++) sum += shares[i] = StableMath.ExpOfNegative((values[i] - largest) / temperature);
        for (var i = 0; i < values.Length; i++) shares[i] /= sum;
        return shares;
    }
}
