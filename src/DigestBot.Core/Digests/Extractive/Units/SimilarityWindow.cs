namespace DigestBot.Digests.Extractive.Units;

/// <summary>
/// Similarities between each sentence and those up to a window before it. Terms are chained from each occurrence to the
/// one before, so that only sentences that share a word cost anything.
/// </summary>
internal sealed class SimilarityWindow
{
    private readonly TermRows _rows;
    private readonly int _window;
    private readonly int[] _newest;
    private readonly int[] _older;
    private readonly int[] _sentenceOf;
    private readonly double[] _similarity;

    public SimilarityWindow(TermRows rows, int window)
    {
        _rows = rows;
        _window = window;
        _newest = new int[rows.TermCount];
        Array.Fill(_newest, -1);
        _older = new int[rows.Terms.Length];
        _sentenceOf = new int[rows.Terms.Length];
        _similarity = new double[rows.SentenceCount];
        Previous = new double[rows.SentenceCount];
        Next = new double[rows.SentenceCount];
        LargestEarlier = new double[rows.SentenceCount];
        LargestLater = new double[rows.SentenceCount];
        for (var sentence = 0; sentence < rows.SentenceCount; sentence++)
        {
            Compare(sentence, Math.Max(0, sentence - _window));
            Record(sentence, Math.Max(0, sentence - _window));
        }
    }

    public double[] Previous { get; }

    public double[] Next { get; }

    public double[] LargestEarlier { get; }

    public double[] LargestLater { get; }

    private void Compare(int sentence, int earliest)
    {
        for (var entry = _rows.Starts[sentence]; entry < _rows.Starts[sentence + 1]; entry++)
        {
            var term = _rows.Terms[entry];
            for (var other = _newest[term]; other >= 0 && _sentenceOf[other] >= earliest; other = _older[other])
                _similarity[_sentenceOf[other]] += _rows.Weights[entry] * _rows.Weights[other];
            _older[entry] = _newest[term];
            _sentenceOf[entry] = sentence;
            _newest[term] = entry;
        }
    }

    private void Record(int sentence, int earliest)
    {
        for (var other = earliest; other < sentence; other++)
        {
            var similarity = _similarity[other];
            _similarity[other] = 0;
            LargestEarlier[sentence] = Math.Max(LargestEarlier[sentence], similarity);
            LargestLater[other] = Math.Max(LargestLater[other], similarity);
            if (other == sentence - 1) Previous[sentence] = Next[other] = similarity;
        }
    }
}
