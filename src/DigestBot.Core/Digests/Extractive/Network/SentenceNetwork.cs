using System.Numerics;
using System.Runtime.InteropServices;
using DigestBot.Digests.Extractive.Features;

namespace DigestBot.Digests.Extractive.Network;

/// <summary>
/// Scores the sentences of a unit: a layer of units on each sentence, a second one over it and its two neighbours on each
/// side, and a straight way from the features to the score. A vector holds one unit a lane, never parts of one sum, and
/// multiplies and adds in two roundings: every machine gets the same bits, however wide its vectors are.
/// </summary>
internal sealed class SentenceNetwork(NetworkWeights weights)
{
    private const int Reach = NetworkWeights.Window / 2;

    /// <summary>One score a sentence, from rows of features.</summary>
    public float[] Score(ReadOnlySpan<float> features, int sentences)
    {
        var hidden = weights.Hidden;
        var below = new float[sentences * hidden];
        var above = new float[hidden];
        var scores = new float[sentences];
        for (var sentence = 0; sentence < sentences; sentence++)
            Lower(Row(features, sentence), below.AsSpan(sentence * hidden, hidden));
        for (var sentence = 0; sentence < sentences; sentence++)
        {
            Upper(below, sentence, sentences, above);
            scores[sentence] = weights.Bias + Sum(weights.Skip, Row(features, sentence))
                + Sum(weights.Output.AsSpan(0, hidden), below.AsSpan(sentence * hidden, hidden))
                + Sum(weights.Output.AsSpan(hidden), above);
        }

        return scores;
    }

    private static ReadOnlySpan<float> Row(ReadOnlySpan<float> features, int sentence) =>
        features.Slice(sentence * FeatureSet.Count, FeatureSet.Count);

    private void Lower(ReadOnlySpan<float> features, Span<float> units)
    {
        weights.InputBias.CopyTo(units);
        Add(units, features, weights.Input);
        Rectify(units);
    }

    private void Upper(ReadOnlySpan<float> below, int sentence, int sentences, Span<float> units)
    {
        var hidden = weights.Hidden;
        weights.NeighboursBias.CopyTo(units);
        for (var place = 0; place < NetworkWeights.Window; place++)
        {
            var neighbour = sentence + place - Reach;
            if (neighbour < 0 || neighbour >= sentences) continue;
            Add(units, below.Slice(neighbour * hidden, hidden), weights.Neighbours.AsSpan(place * hidden * hidden, hidden * hidden));
        }

        Rectify(units);
    }

    /// <summary>Adds each input times its row of weights to the units, in the order of the inputs. A zero adds nothing and is passed over.</summary>
    private static void Add(Span<float> units, ReadOnlySpan<float> inputs, ReadOnlySpan<float> rows)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(units);
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(rows);
        for (var input = 0; input < inputs.Length; input++)
        {
            if (inputs[input] == 0) continue;
            var value = new Vector<float>(inputs[input]);
            var row = vectors.Slice(input * sums.Length, sums.Length);
            for (var lane = 0; lane < sums.Length; lane++) sums[lane] += value * row[lane];
        }
    }

    private static void Rectify(Span<float> units)
    {
        foreach (ref var vector in MemoryMarshal.Cast<float, Vector<float>>(units)) vector = Vector.Max(vector, Vector<float>.Zero);
    }

    private static float Sum(ReadOnlySpan<float> factors, ReadOnlySpan<float> values)
    {
        var sum = 0f;
        for (var i = 0; i < factors.Length; i++) sum += factors[i] * values[i];
        return sum;
    }
}
