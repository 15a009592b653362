namespace DigestBot.Digests.Extractive.Units;

/// <summary>
/// How well each sentence answers all the others taken as queries (BM25). A word counts once for each other sentence that
/// has it, so the sum over sentences becomes one over the words of the sentence itself.
/// </summary>
internal static class Bm25Sums
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;
    private const double FloorShare = 0.25;

    public static double[] Of(TermRows rows)
    {
        var idf = Idf(rows);
        var lengths = new double[rows.SentenceCount];
        var all = 0.0;
        for (var sentence = 0; sentence < lengths.Length; sentence++)
        {
            for (var entry = rows.Starts[sentence]; entry < rows.Starts[sentence + 1]; entry++) lengths[sentence] += rows.Counts[entry];
            all += lengths[sentence];
        }

        var sums = new double[rows.SentenceCount];
        for (var sentence = 0; sentence < sums.Length; sentence++)
        {
            if (lengths[sentence] <= 0) continue;
            var norm = Saturation * (1 - LengthShare + (LengthShare * lengths[sentence] * sums.Length / all));
            for (var entry = rows.Starts[sentence]; entry < rows.Starts[sentence + 1]; entry++)
            {
                var term = rows.Terms[entry];
                var others = rows.DocumentFrequencies[term] - 1;
                sums[sentence] += idf[term] * others * (rows.Counts[entry] * (Saturation + 1) / (rows.Counts[entry] + norm));
            }
        }

        return sums;
    }

    /// <summary>Words in half of the sentences or more would count against a sentence; they count a little instead.</summary>
    private static double[] Idf(TermRows rows)
    {
        var idf = new double[rows.TermCount];
        var ofFrequency = new double[rows.SentenceCount + 1];
        for (var frequency = 1; frequency <= rows.SentenceCount; frequency++)
            ofFrequency[frequency] = StableMath.Log((rows.SentenceCount - frequency + 0.5) / (frequency + 0.5));
        var size = 0.0;
        for (var term = 0; term < idf.Length; term++)
        {
            idf[term] = ofFrequency[rows.DocumentFrequencies[term]];
            size += Math.Abs(idf[term]);
        }

        for (var term = 0; term < idf.Length; term++)
            if (idf[term] <= 0) idf[term] = FloorShare * size / idf.Length;
        return idf;
    }
}
