using System.Text.Json;
using DigestBot.Digests.Extractive.Features;
using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Selection;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>The model that stood here before the network: 35 features, each times its weight.</summary>
internal sealed class LinearModel
{
    private const string Resource = "DigestBot.Benchmarks.Digests.Evaluation.linear-weights.json";

    private static readonly Model Rule = new([], danglingPenalty: 0.6f, similarityPenalty: 2);

    private readonly float[] _weights;

    public LinearModel()
    {
        using var stream = typeof(LinearModel).Assembly.GetManifestResourceStream(Resource)!;
        var named = JsonSerializer.Deserialize<Dictionary<string, float>>(stream)!;
        _weights = [.. FeatureSet.All.Select(feature => named.GetValueOrDefault(feature.Name))];
    }

    public int[] Choose(Candidate candidate, int count) => Selector.Choose(candidate.Unit, Scores(candidate), count, Rule);

    /// <summary>One score a sentence.</summary>
    public float[] Scores(Candidate candidate) => Scores(candidate.Features, candidate.Unit.Count);

    /// <summary>The same from rows of features.</summary>
    public float[] Scores(float[] features, int sentences)
    {
        var scores = new float[sentences];
        for (var sentence = 0; sentence < sentences; sentence++)
            for (var column = 0; column < _weights.Length; column++)
                scores[sentence] += _weights[column] * features[(sentence * _weights.Length) + column];
        return scores;
    }
}
