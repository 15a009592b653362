namespace DigestBot.Digests.Extractive.Units;

/// <summary>
/// The content words of each sentence of a unit, numbered within the unit from zero, as sparse rows: sentence
/// <c>i</c> holds the entries <c>Starts[i]</c> up to <c>Starts[i + 1]</c>, each a term, its count and its tf-idf weight.
/// </summary>
internal sealed class TermRows
{
    public TermRows(int[] starts, int[] terms, int[] counts, int[] words, int[] documentFrequencies)
    {
        Starts = starts;
        Terms = terms;
        Counts = counts;
        Words = words;
        DocumentFrequencies = documentFrequencies;
        Idf = InverseFrequencies();
        Weights = NormalisedWeights();
    }

    /// <summary>Where each sentence's entries begin; one more than there are sentences.</summary>
    public int[] Starts { get; }

    public int[] Terms { get; }

    public int[] Counts { get; }

    /// <summary>The tf-idf weights; each sentence's have the length one.</summary>
    public double[] Weights { get; }

    /// <summary>The article's number of each term.</summary>
    public int[] Words { get; }

    /// <summary>In how many of the unit's sentences each term occurs.</summary>
    public int[] DocumentFrequencies { get; }

    public double[] Idf { get; }

    public int SentenceCount => Starts.Length - 1;

    public int TermCount => Words.Length;

    /// <summary>How many distinct content words a sentence has.</summary>
    public int DistinctIn(int sentence) => Starts[sentence + 1] - Starts[sentence];

    private double[] InverseFrequencies()
    {
        var ofFrequency = new double[SentenceCount + 1];
        for (var frequency = 1; frequency < ofFrequency.Length; frequency++)
            ofFrequency[frequency] = StableMath.Log(1 + ((double)SentenceCount / frequency));
        var idf = new double[TermCount];
        for (var term = 0; term < idf.Length; term++) idf[term] = ofFrequency[DocumentFrequencies[term]];
        return idf;
    }

    private double[] NormalisedWeights()
    {
        var weights = new double[Terms.Length];
        for (var sentence = 0; sentence < SentenceCount; sentence++)
        {
            var squares = 0.0;
            for (var entry = Starts[sentence]; entry < Starts[sentence + 1]; entry++)
            {
                var damped = Counts[entry] == 1 ? 1 : 1 + StableMath.Log(Counts[entry]);
                weights[entry] = damped * Idf[Terms[entry]];
                squares += weights[entry] * weights[entry];
            }

            if (squares <= 0) continue;
            var length = Math.Sqrt(squares);
            for (var entry = Starts[sentence]; entry < Starts[sentence + 1]; entry++) weights[entry] /= length;
        }

        return weights;
    }
}
