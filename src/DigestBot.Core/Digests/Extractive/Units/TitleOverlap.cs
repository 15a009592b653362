namespace DigestBot.Digests.Extractive.Units;

/// <summary>How much of the article's title and of the section's heading each sentence takes up.</summary>
internal sealed class TitleOverlap
{
    private const double SameValue = 1e-12;

    public TitleOverlap(TermRows rows, int[] titleTerms, int[] headingTerms)
    {
        OccursInUnit = titleTerms.Length > 0;
        Title = Shares(rows, titleTerms, out var inTitle);
        Heading = Shares(rows, headingTerms, out _);
        TitleRank = Scale.ByRank(Title);
        Density = new double[rows.SentenceCount];
        for (var sentence = 0; sentence < Density.Length; sentence++)
            if (rows.DistinctIn(sentence) > 0) Density[sentence] = (double)inTitle[sentence] / rows.DistinctIn(sentence);
        Largest = Title.Length == 0 ? 0 : Title.Max();
    }

    /// <summary>Whether any word of the title occurs in the unit.</summary>
    public bool OccursInUnit { get; }

    /// <summary>The share of the title's words, rare ones counting more, that the sentence has.</summary>
    public double[] Title { get; }

    public double[] TitleRank { get; }

    /// <summary>The same for the heading.</summary>
    public double[] Heading { get; }

    /// <summary>The share of the sentence's words that are the title's.</summary>
    public double[] Density { get; }

    private double Largest { get; }

    /// <summary>Whether no sentence has more of the title.</summary>
    public bool IsLargest(int sentence) => OccursInUnit && Title[sentence] > Largest - SameValue;

    private static double[] Shares(TermRows rows, int[] terms, out int[] counts)
    {
        var shares = new double[rows.SentenceCount];
        counts = new int[rows.SentenceCount];
        if (terms.Length == 0) return shares;
        var weights = new double[rows.TermCount];
        var all = 0.0;
        foreach (var term in terms)
        {
            weights[term] = rows.Idf[term];
            all += rows.Idf[term];
        }

        for (var sentence = 0; sentence < shares.Length; sentence++)
        {
            var found = 0.0;
            for (var entry = rows.Starts[sentence]; entry < rows.Starts[sentence + 1]; entry++)
            {
                var weight = weights[rows.Terms[entry]];
                found += weight;
                if (weight > 0) counts[sentence]++;
            }

            shares[sentence] = found / all;
        }

        return shares;
    }
}
