using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Units;

/// <summary>Makes the units of one article; what it needs for one unit it uses again for the next.</summary>
internal sealed class UnitBuilder
{
    private const int None = -1;

    private readonly ScannedArticle _article;
    private readonly int[] _termOfWord;
    private readonly List<int> _starts = [];
    private readonly List<int> _terms = [];
    private readonly List<int> _counts = [];
    private readonly List<int> _words = [];
    private readonly List<int> _frequencies = [];
    private readonly List<int> _lastEntry = [];

    public UnitBuilder(ScannedArticle article)
    {
        _article = article;
        _termOfWord = new int[article.Vocabulary.Count];
        Array.Fill(_termOfWord, None);
    }

    public Unit Build(UnitFrame frame) => new(_article, TrimToTerms(frame, out var rows), rows);

    private UnitFrame TrimToTerms(UnitFrame frame, out TermRows rows)
    {
        Clear();
        for (var sentence = 0; sentence < frame.SentenceCount; sentence++)
            AddSentence(_article.Sentences[frame.FirstSentence + sentence]);
        _starts.Add(_terms.Count);
        rows = new TermRows([.. _starts], [.. _terms], [.. _counts], [.. _words], [.. _frequencies]);
        var trimmed = frame with { TitleWords = TermsOf(frame.TitleWords), HeadingWords = TermsOf(frame.HeadingWords) };
        foreach (var word in _words) _termOfWord[word] = None;
        return trimmed;
    }

    private void Clear()
    {
        foreach (var list in (ReadOnlySpan<List<int>>)[_starts, _terms, _counts, _words, _frequencies, _lastEntry]) list.Clear();
    }

    private void AddSentence(in ScannedSentence sentence)
    {
        var start = _terms.Count;
        _starts.Add(start);
        foreach (var word in _article.WordsOf(sentence))
        {
            if ((_article.Vocabulary.Traits(word.Id) & WordTraits.Content) == 0) continue;
            var term = TermOf(word.Id);
            if (_lastEntry[term] >= start)
            {
                _counts[_lastEntry[term]]++;
                continue;
            }

            _lastEntry[term] = _terms.Count;
            _frequencies[term]++;
            _terms.Add(term);
            _counts.Add(1);
        }
    }

    private int TermOf(int word)
    {
        if (_termOfWord[word] != None) return _termOfWord[word];
        var term = _words.Count;
        _termOfWord[word] = term;
        _words.Add(word);
        _frequencies.Add(0);
        _lastEntry.Add(None);
        return term;
    }

    private int[] TermsOf(int[] words) => [.. words.Select(word => _termOfWord[word]).Where(term => term != None)];
}
