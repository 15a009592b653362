using DigestBot.Digests.Extractive.Features;
using DigestBot.Digests.Extractive.Network;

namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>All numbers of a network, or their slopes, in one array with a name for each stretch.</summary>
internal sealed class Parameters
{
    private readonly int _hidden;

    public Parameters(int hidden)
    {
        _hidden = hidden;
        All = new float[(Inputs * hidden) + hidden + (NetworkWeights.Window * hidden * hidden) + hidden + (2 * hidden) + Inputs + 1];
    }

    public float[] All { get; }

    public int Hidden => _hidden;

    public Span<float> Input => All.AsSpan(0, Inputs * _hidden);

    public Span<float> InputBias => All.AsSpan(Inputs * _hidden, _hidden);

    public Span<float> Neighbours => All.AsSpan((Inputs + 1) * _hidden, NetworkWeights.Window * _hidden * _hidden);

    public Span<float> NeighboursBias => All.AsSpan((Inputs + 1 + (NetworkWeights.Window * _hidden)) * _hidden, _hidden);

    public Span<float> Output => All.AsSpan((Inputs + 2 + (NetworkWeights.Window * _hidden)) * _hidden, 2 * _hidden);

    public Span<float> Skip => All.AsSpan((Inputs + 4 + (NetworkWeights.Window * _hidden)) * _hidden, Inputs);

    public ref float Bias => ref All[^1];

    private static int Inputs => FeatureSet.Count;

    /// <summary>Numbers to begin with: small and random where a layer must tell its units apart, zero elsewhere.</summary>
    public static Parameters Random(int hidden, SplitMix random)
    {
        var parameters = new Parameters(hidden);
        Fill(parameters.Input, Inputs);
        Fill(parameters.Neighbours, NetworkWeights.Window * hidden);
        Fill(parameters.Output, 2 * hidden);
        return parameters;

        void Fill(Span<float> values, int inputs)
        {
            var bound = 1 / Math.Sqrt(inputs);
            foreach (ref var value in values) value = (float)(((2 * random.NextDouble()) - 1) * bound);
        }
    }

    /// <summary>The network for raw features: what standardising does to them goes into the weights.</summary>
    public NetworkWeights Fold(Standardisation scale)
    {
        var (input, skip) = (Input.ToArray(), Skip.ToArray());
        var (inputBias, bias) = (InputBias.ToArray(), Bias);
        for (var feature = 0; feature < Inputs; feature++)
        {
            skip[feature] /= scale.Deviation[feature];
            bias -= skip[feature] * scale.Mean[feature];
            for (var unit = 0; unit < _hidden; unit++)
            {
                input[(feature * _hidden) + unit] /= scale.Deviation[feature];
                inputBias[unit] -= input[(feature * _hidden) + unit] * scale.Mean[feature];
            }
        }

        return new NetworkWeights(skip, bias, input, inputBias, Neighbours.ToArray(), NeighboursBias.ToArray(), Output.ToArray(), scale.Mean);
    }
}
