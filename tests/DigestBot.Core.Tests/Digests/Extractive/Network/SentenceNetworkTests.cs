using CsCheck;
using DigestBot.Digests.Extractive.Features;

namespace DigestBot.Digests.Extractive.Network;

public sealed class SentenceNetworkTests
{
    private static readonly Gen<float> Feature = Gen.Frequency((1, Gen.Const(0f)), (1, Gen.Float[-2, 2]));

    [Fact]
    public void Vectors_give_the_bits_of_the_plain_loop()
    {
        var weights = Model.Shipped.Members[0];
        var network = new SentenceNetwork(weights);
        Gen.Int[1, 12].SelectMany(count => Feature.Array[count * FeatureSet.Count]).Sample(features =>
            Assert.Equal(PlainLoop(weights, features), network.Score(features, features.Length / FeatureSet.Count)));
    }

    [Fact]
    public void The_scores_of_several_networks_are_averaged()
    {
        var one = Model.Shipped.Members[0];
        var model = new Model([one, one with { Bias = one.Bias + 2 }], danglingPenalty: 0, similarityPenalty: 0);
        var features = Enumerable.Repeat(0.5f, FeatureSet.Count).ToArray();
        Assert.Equal(new SentenceNetwork(one).Score(features, 1)[0] + 1, model.Score(features, 1)[0], 4);
    }

    /// <summary>The network as its definition reads, one number at a time.</summary>
    private static float[] PlainLoop(NetworkWeights weights, float[] features)
    {
        var (count, hidden) = (features.Length / FeatureSet.Count, weights.Hidden);
        var below = new float[count, hidden];
        var scores = new float[count];
        for (var i = 0; i < count; i++)
            for (var unit = 0; unit < hidden; unit++)
            {
                var sum = weights.InputBias[unit];
                for (var feature = 0; feature < FeatureSet.Count; feature++)
                    sum += features[(i * FeatureSet.Count) + feature] * weights.Input[(feature * hidden) + unit];
                below[i, unit] = Math.Max(sum, 0);
            }

        for (var i = 0; i < count; i++)
        {
            var (skip, low, high) = (0f, 0f, 0f);
            for (var feature = 0; feature < FeatureSet.Count; feature++) skip += weights.Skip[feature] * features[(i * FeatureSet.Count) + feature];
            for (var unit = 0; unit < hidden; unit++)
            {
                var sum = weights.NeighboursBias[unit];
                for (var place = 0; place < NetworkWeights.Window; place++)
                    for (var other = 0; other < hidden && i + place - 2 >= 0 && i + place - 2 < count; other++)
                        sum += below[i + place - 2, other] * weights.Neighbours[(((place * hidden) + other) * hidden) + unit];
                low += weights.Output[unit] * below[i, unit];
                high += weights.Output[hidden + unit] * Math.Max(sum, 0);
            }

            scores[i] = weights.Bias + skip + low + high;
        }

        return scores;
    }
}
