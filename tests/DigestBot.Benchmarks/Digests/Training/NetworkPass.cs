using DigestBot.Digests.Extractive.Features;
using DigestBot.Digests.Extractive.Network;

namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>The network on one example, forwards and back, with some of every layer's inputs left out.</summary>
internal sealed class NetworkPass(Parameters parameters, float dropout)
{
    private const int Reach = NetworkWeights.Window / 2;

    private readonly int _hidden = parameters.Hidden;
    private int _count;
    private float[] _inputs = [];
    private float[] _lower = [];
    private float[] _upper = [];
    private float[] _lowerMask = [];
    private float[] _lowerKept = [];
    private float[] _outputMask = [];

    /// <summary>One score a sentence. Keeps what <see cref="Backward"/> needs.</summary>
    public float[] Forward(float[] features, int count, SplitMix random)
    {
        _count = count;
        _inputs = Times(features, Mask(features.Length, random));
        (_lower, _upper) = (new float[count * _hidden], new float[count * _hidden]);
        for (var i = 0; i < count; i++)
        {
            parameters.InputBias.CopyTo(At(_lower, i));
            Lanes.AddRows(At(_lower, i), Row(i), parameters.Input);
            Rectify(At(_lower, i));
        }

        _lowerMask = Mask(_lower.Length, random);
        _lowerKept = Times(_lower, _lowerMask);
        _outputMask = Mask(2 * _lower.Length, random);
        var scores = new float[count];
        for (var i = 0; i < count; i++)
        {
            parameters.NeighboursBias.CopyTo(At(_upper, i));
            foreach (var (neighbour, weights) in NeighboursOf(i)) Lanes.AddRows(At(_upper, i), At(_lowerKept, neighbour), Stretch(parameters, weights));
            Rectify(At(_upper, i));
            scores[i] = parameters.Bias + Lanes.Product(parameters.Skip, Row(i)) + Output(i);
        }

        return scores;
    }

    /// <summary>Adds the slopes of every parameter, given the loss's slope by each score.</summary>
    public void Backward(ReadOnlySpan<float> slopes, Parameters gradient)
    {
        var lowerSlopes = new float[_lower.Length];
        var upperSlopes = new float[_hidden];
        for (var i = 0; i < _count; i++)
        {
            gradient.Bias += slopes[i];
            Lanes.AddScaled(gradient.Skip, Row(i), slopes[i]);
            for (var unit = 0; unit < _hidden; unit++)
            {
                var (low, high) = (_outputMask[Place(i, unit)], _outputMask[_lower.Length + Place(i, unit)]);
                gradient.Output[unit] += slopes[i] * low * _lower[Place(i, unit)];
                gradient.Output[_hidden + unit] += slopes[i] * high * _upper[Place(i, unit)];
                lowerSlopes[Place(i, unit)] += slopes[i] * low * parameters.Output[unit];
                upperSlopes[unit] = _upper[Place(i, unit)] > 0 ? slopes[i] * high * parameters.Output[_hidden + unit] : 0;
            }

            BackToNeighbours(i, upperSlopes, lowerSlopes, gradient);
        }

        for (var i = 0; i < _count; i++)
        {
            for (var unit = 0; unit < _hidden; unit++)
                if (_lower[Place(i, unit)] <= 0) lowerSlopes[Place(i, unit)] = 0;
            Lanes.AddScaled(gradient.InputBias, At(lowerSlopes, i), 1);
            Lanes.AddOuter(gradient.Input, Row(i), At(lowerSlopes, i));
        }
    }

    private void BackToNeighbours(int sentence, float[] upperSlopes, float[] lowerSlopes, Parameters gradient)
    {
        Lanes.AddScaled(gradient.NeighboursBias, upperSlopes, 1);
        foreach (var (neighbour, place) in NeighboursOf(sentence))
        {
            Lanes.AddOuter(Stretch(gradient, place), At(_lowerKept, neighbour), upperSlopes);
            var weights = Stretch(parameters, place);
            for (var unit = 0; unit < _hidden; unit++)
            {
                var mask = _lowerMask[Place(neighbour, unit)];
                if (mask != 0) lowerSlopes[Place(neighbour, unit)] += mask * VectorProduct(weights.Slice(unit * _hidden, _hidden), upperSlopes);
            }
        }
    }

    private float Output(int sentence)
    {
        var sum = 0f;
        for (var unit = 0; unit < _hidden; unit++)
        {
            sum += parameters.Output[unit] * _outputMask[Place(sentence, unit)] * _lower[Place(sentence, unit)];
            sum += parameters.Output[_hidden + unit] * _outputMask[_lower.Length + Place(sentence, unit)] * _upper[Place(sentence, unit)];
        }

        return sum;
    }

    private IEnumerable<(int Sentence, int Place)> NeighboursOf(int sentence)
    {
        for (var place = 0; place < NetworkWeights.Window; place++)
        {
            var neighbour = sentence + place - Reach;
            if (neighbour >= 0 && neighbour < _count) yield return (neighbour, place);
        }
    }

    private Span<float> Stretch(Parameters of, int place) => of.Neighbours.Slice(place * _hidden * _hidden, _hidden * _hidden);

    private Span<float> At(float[] units, int sentence) => units.AsSpan(sentence * _hidden, _hidden);

    private int Place(int sentence, int unit) => (sentence * _hidden) + unit;

    private ReadOnlySpan<float> Row(int sentence) => _inputs.AsSpan(sentence * FeatureSet.Count, FeatureSet.Count);

    /// <summary>Four running sums: their order is fixed, so that every machine gets the same.</summary>
    private static float VectorProduct(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var (a, b, c, d) = (0f, 0f, 0f, 0f);
        for (var i = 0; i < left.Length; i += 4)
        {
            a += left[i] * right[i];
            b += left[i + 1] * right[i + 1];
            c += left[i + 2] * right[i + 2];
            d += left[i + 3] * right[i + 3];
        }

        return a + b + c + d;
    }

    private float[] Mask(int length, SplitMix random)
    {
        var mask = new float[length];
        var kept = 1 / (1 - dropout);
        for (var i = 0; i < length; i++) mask[i] = dropout > 0 && random.NextDouble() < dropout ? 0 : kept;
        return mask;
    }

    private static float[] Times(float[] values, float[] mask)
    {
        var product = new float[values.Length];
        for (var i = 0; i < values.Length; i++) product[i] = values[i] * mask[i];
        return product;
    }

    private static void Rectify(Span<float> units)
    {
        foreach (ref var unit in units) unit = Math.Max(unit, 0);
    }
}
