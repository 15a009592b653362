namespace DigestBot.Digests.Extractive.Network;

/// <summary>
/// The numbers of one network, inputs first so that the units of a layer lie side by side. A weights file holds one or
/// more; their scores are averaged.
/// </summary>
/// <param name="Skip">One number a feature: the straight way to the score.</param>
/// <param name="Bias">Added to every score.</param>
/// <param name="Input">For each feature, one number a hidden unit.</param>
/// <param name="InputBias">One a hidden unit.</param>
/// <param name="Neighbours">For each place of the window, each hidden unit below, one a hidden unit above.</param>
/// <param name="NeighboursBias">One a hidden unit above.</param>
/// <param name="Output">What the units of the lower layer and then of the upper one add to the score.</param>
/// <param name="Mean">The average of each feature over the data that the network learnt from.</param>
internal sealed record NetworkWeights(
    float[] Skip, float Bias, float[] Input, float[] InputBias, float[] Neighbours, float[] NeighboursBias, float[] Output, float[] Mean)
{
    /// <summary>How many neighbouring sentences the upper layer sees, the sentence itself in the middle.</summary>
    public const int Window = 5;

    /// <summary>Units a layer.</summary>
    public int Hidden => InputBias.Length;
}
