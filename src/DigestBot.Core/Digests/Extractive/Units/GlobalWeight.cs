namespace DigestBot.Digests.Extractive.Units;

/// <summary>How much a sentence has of the words that the whole article uses most, against the largest of its section.</summary>
internal static class GlobalWeight
{
    public static double[] Of(int[] frequencies, TermRows rows)
    {
        var ofTerm = new double[rows.TermCount];
        for (var term = 0; term < ofTerm.Length; term++) ofTerm[term] = StableMath.Log(1 + frequencies[rows.Words[term]]);
        var weights = new double[rows.SentenceCount];
        for (var sentence = 0; sentence < weights.Length; sentence++)
        {
            for (var entry = rows.Starts[sentence]; entry < rows.Starts[sentence + 1]; entry++) weights[sentence] += ofTerm[rows.Terms[entry]];
            if (weights[sentence] > 0) weights[sentence] /= Math.Sqrt(rows.DistinctIn(sentence));
        }

        return Scale.ByLargest(weights);
    }
}
