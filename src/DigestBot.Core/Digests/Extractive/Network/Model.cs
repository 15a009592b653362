namespace DigestBot.Digests.Extractive.Network;

/// <summary>What the engine knows: one or more networks, and how hard selection is on dangling and repeated sentences.</summary>
/// <param name="members">Their scores are averaged.</param>
/// <param name="danglingPenalty">Taken from a sentence that points back to one that is not chosen.</param>
/// <param name="similarityPenalty">Taken for being the same as a chosen sentence; less in proportion.</param>
internal sealed class Model(IReadOnlyList<NetworkWeights> members, float danglingPenalty, float similarityPenalty)
{
    private static readonly Lazy<Model> Embedded = new(WeightsFile.ReadEmbedded);

    /// <summary>The one that ships inside this assembly, read when first asked for.</summary>
    public static Model Shipped => Embedded.Value;

    private readonly SentenceNetwork[] _networks = [.. members.Select(member => new SentenceNetwork(member))];

    public IReadOnlyList<NetworkWeights> Members => members;

    public float DanglingPenalty => danglingPenalty;

    public float SimilarityPenalty => similarityPenalty;

    /// <summary>One score a sentence, from rows of features.</summary>
    public float[] Score(ReadOnlySpan<float> features, int sentences)
    {
        var scores = _networks[0].Score(features, sentences);
        if (_networks.Length == 1) return scores;
        foreach (var network in _networks.AsSpan(1))
        {
            var more = network.Score(features, sentences);
            for (var i = 0; i < scores.Length; i++) scores[i] += more[i];
        }

        for (var i = 0; i < scores.Length; i++) scores[i] /= _networks.Length;
        return scores;
    }

    /// <summary>The average of a feature over the data that the networks learnt from.</summary>
    public float MeanOf(int feature) => members.Average(member => member.Mean[feature]);

    /// <summary>How many numbers a score depends on.</summary>
    public int Size => members.Sum(member =>
        member.Skip.Length + 1 + member.Input.Length + member.InputBias.Length + member.Neighbours.Length
        + member.NeighboursBias.Length + member.Output.Length);
}
