using DigestBot.Benchmarks.Digests.Data;
using DigestBot.Digests.Extractive.Features;
using DigestBot.Digests.Extractive.Network;

namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>Fits one network to examples. The same plan and examples give the same numbers, on any number of cores.</summary>
internal sealed class Trainer(TrainingPlan plan, IReadOnlyList<Example> examples)
{
    /// <summary>A batch is always cut into as many slices, whose slopes are added in their order.</summary>
    private const int Slices = 4;

    private readonly Standardisation _scale = new(examples);

    public NetworkWeights Train(Action<int, double> afterEpoch)
    {
        var random = new SplitMix((ulong)plan.Seed);
        var parameters = Parameters.Random(plan.Hidden, random);
        var scaled = examples.Select(example => example with { Features = _scale.Apply(example.Features) }).ToArray();
        var optimiser = new AdamW(parameters.All.Length);
        var gradients = Enumerable.Range(0, Slices).Select(_ => new Parameters(plan.Hidden)).ToArray();
        var average = new double[parameters.All.Length];
        var (step, averaged, steps) = (0, 0, plan.Epochs * Batches(random).Count);
        for (var epoch = 0; epoch < plan.Epochs; epoch++)
        {
            var loss = 0.0;
            foreach (var batch in Batches(random))
            {
                loss += Slopes(batch, scaled, parameters, gradients, step);
                optimiser.Step(parameters.All, Sum(gradients, batch.Length), plan.RateAt(step, steps));
                step++;
                if (epoch < plan.Epochs - plan.Averaged) continue;
                averaged++;
                for (var i = 0; i < average.Length; i++) average[i] += parameters.All[i];
            }

            afterEpoch(epoch + 1, loss / examples.Count);
        }

        for (var i = 0; i < average.Length; i++) parameters.All[i] = (float)(average[i] / averaged);
        return parameters.Fold(_scale);
    }

    /// <summary>Batches of one set each, all of them in random order.</summary>
    private List<int[]> Batches(SplitMix random)
    {
        var batches = new List<int[]>();
        foreach (var set in Enumerable.Range(0, examples.Count).GroupBy(place => examples[place].Kind).OrderBy(set => set.Key))
        {
            var places = set.ToList();
            random.Shuffle(places);
            batches.AddRange(places.Chunk(plan.BatchSize));
        }

        random.Shuffle(batches);
        return batches;
    }

    private double Slopes(int[] batch, Example[] scaled, Parameters parameters, Parameters[] gradients, int step)
    {
        var losses = new double[Slices];
        Parallel.For(0, Slices, slice =>
        {
            Array.Clear(gradients[slice].All);
            var pass = new NetworkPass(parameters, plan.Dropout);
            for (var place = slice; place < batch.Length; place += Slices)
            {
                var random = SplitMix.For(plan.Seed, step + 1, place + 1);
                var example = scaled[batch[place]];
                var features = example.Kind == DocumentKind.News && random.NextDouble() < plan.TitleDropout ? WithoutTitle(example.Features) : example.Features;
                var scores = pass.Forward(features, example.Count, random);
                var slopes = new float[scores.Length];
                losses[slice] += SetLoss.Of(example, scores, slopes);
                pass.Backward(slopes, gradients[slice]);
            }
        });
        return losses.Sum();
    }

    private static float[] Sum(Parameters[] gradients, int count)
    {
        var sum = new float[gradients[0].All.Length];
        foreach (var gradient in gradients)
            for (var i = 0; i < sum.Length; i++) sum[i] += gradient.All[i] / count;
        return sum;
    }

    /// <summary>As the engine would have measured the same text without a title.</summary>
    private float[] WithoutTitle(float[] features)
    {
        var without = (float[])features.Clone();
        for (var column = 0; column < FeatureSet.Count; column++)
        {
            if (TitleFeatures.ValueWithoutTitle(FeatureSet.All[column].Name) is not { } value) continue;
            var scaled = (value - _scale.Mean[column]) / _scale.Deviation[column];
            for (var place = column; place < without.Length; place += FeatureSet.Count) without[place] = scaled;
        }

        return without;
    }
}
