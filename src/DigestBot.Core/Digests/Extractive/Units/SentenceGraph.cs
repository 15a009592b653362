namespace DigestBot.Digests.Extractive.Units;

/// <summary>
/// How much the sentences of a unit have in common. Everything is found from sums of rows or within a window of
/// neighbours, never from all pairs, so that a text ten times as long takes ten times as long.
/// </summary>
internal sealed class SentenceGraph
{
    /// <summary>How far the nearest relative of a sentence is looked for.</summary>
    public const int Window = 64;

    private readonly TermRows _rows;

    public SentenceGraph(TermRows rows)
    {
        _rows = rows;
        var window = new SimilarityWindow(rows, Window);
        Previous = window.Previous;
        Next = window.Next;
        LargestEarlier = window.LargestEarlier;
        LargestLater = window.LargestLater;
        ToFirst = rows.SentenceCount == 0 ? [] : SimilaritiesTo(0);
        Lead = Scale.ByLargest(ToFirst);
        var later = SumsToLater();
        Forward = Scale.ByLargest(later);
        ForwardRank = Scale.ByRank(later);
        Backward = Scale.ByLargest(SumsToEarlier());
        var centre = SimilaritiesToCentre();
        Centre = Scale.ByLargest(centre);
        CentreRank = Scale.ByRank(centre);
        Bm25 = Scale.ByLargest(Bm25Sums.Of(rows));
    }

    /// <summary>Similarity to the sentence before.</summary>
    public double[] Previous { get; }

    /// <summary>Similarity to the sentence after.</summary>
    public double[] Next { get; }

    public double[] LargestEarlier { get; }

    public double[] LargestLater { get; }

    /// <summary>Similarity to the unit's first sentence.</summary>
    public double[] ToFirst { get; }

    /// <summary>The same, against the largest.</summary>
    public double[] Lead { get; }

    /// <summary>Similarity to all later sentences together, against the largest.</summary>
    public double[] Forward { get; }

    public double[] ForwardRank { get; }

    /// <summary>Similarity to all earlier sentences together, against the largest.</summary>
    public double[] Backward { get; }

    /// <summary>Similarity to the unit as a whole, against the largest.</summary>
    public double[] Centre { get; }

    public double[] CentreRank { get; }

    /// <summary>How well the sentence answers the others as queries, against the largest.</summary>
    public double[] Bm25 { get; }

    /// <summary>Similarity of every sentence to this one; to itself it counts as zero.</summary>
    public double[] SimilaritiesTo(int sentence)
    {
        var dense = new double[_rows.TermCount];
        AddRow(dense, sentence);
        var similarities = new double[_rows.SentenceCount];
        for (var other = 0; other < similarities.Length; other++)
            if (other != sentence) similarities[other] = Product(dense, other);
        return similarities;
    }

    private double[] SumsToEarlier()
    {
        var sum = new double[_rows.TermCount];
        var sums = new double[_rows.SentenceCount];
        for (var sentence = 0; sentence < sums.Length; sentence++)
        {
            sums[sentence] = Product(sum, sentence);
            AddRow(sum, sentence);
        }

        return sums;
    }

    private double[] SumsToLater()
    {
        var sum = new double[_rows.TermCount];
        var sums = new double[_rows.SentenceCount];
        for (var sentence = sums.Length - 1; sentence >= 0; sentence--)
        {
            sums[sentence] = Product(sum, sentence);
            AddRow(sum, sentence);
        }

        return sums;
    }

    private double[] SimilaritiesToCentre()
    {
        var sum = new double[_rows.TermCount];
        for (var sentence = 0; sentence < _rows.SentenceCount; sentence++) AddRow(sum, sentence);
        var squares = 0.0;
        foreach (var weight in sum) squares += weight * weight;
        var length = squares > 0 ? Math.Sqrt(squares) : 1;
        var similarities = new double[_rows.SentenceCount];
        for (var sentence = 0; sentence < similarities.Length; sentence++) similarities[sentence] = Product(sum, sentence) / length;
        return similarities;
    }

    private void AddRow(double[] sum, int sentence)
    {
        for (var entry = _rows.Starts[sentence]; entry < _rows.Starts[sentence + 1]; entry++)
            sum[_rows.Terms[entry]] += _rows.Weights[entry];
    }

    private double Product(double[] dense, int sentence)
    {
        var product = 0.0;
        for (var entry = _rows.Starts[sentence]; entry < _rows.Starts[sentence + 1]; entry++)
            product += dense[_rows.Terms[entry]] * _rows.Weights[entry];
        return product;
    }
}
