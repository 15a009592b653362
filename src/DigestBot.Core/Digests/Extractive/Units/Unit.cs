using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Units;

/// <summary>
/// The sentences that one digest is chosen from, with everything that the features ask about them: a whole article, its
/// lead, or one section.
/// </summary>
internal sealed class Unit
{
    private readonly ScannedArticle _article;

    public Unit(ScannedArticle article, UnitFrame frame, TermRows rows)
    {
        _article = article;
        Frame = frame;
        Sentences = new ArraySegment<ScannedSentence>(article.Sentences, frame.FirstSentence, frame.SentenceCount);
        HasDateline = frame.SentenceCount > 0 && Sentences[0].HasDateline;
        Rows = rows;
        Graph = new SentenceGraph(rows);
        Place = new Places(Sentences, new ArraySegment<int>(article.Paragraphs, frame.FirstSentence, frame.SentenceCount), frame.IsHeaded);
        KeyWords = new KeyWords(article.Vocabulary, rows);
        Titles = new TitleOverlap(rows, frame.TitleWords, frame.HeadingWords);
        Names = new Names(article, Sentences);
        Quotations = new Quotations(Sentences, HasDateline, frame.IsHeaded);
        Global = frame.IsHeaded ? GlobalWeight.Of(article.Frequencies, rows) : new double[frame.SentenceCount];
    }

    /// <summary>What kind of unit it is.</summary>
    public UnitFrame Frame { get; }

    public ArraySegment<ScannedSentence> Sentences { get; }

    public Vocabulary Vocabulary => _article.Vocabulary;

    /// <summary>The words of one sentence.</summary>
    public ReadOnlySpan<ScannedWord> WordsOf(int place) => _article.WordsOf(Sentences[place]);

    public int Count => Sentences.Count;

    /// <summary>Whether a dateline was taken off the first sentence.</summary>
    public bool HasDateline { get; }

    public TermRows Rows { get; }

    public SentenceGraph Graph { get; }

    public Places Place { get; }

    public KeyWords KeyWords { get; }

    public TitleOverlap Titles { get; }

    public Names Names { get; }

    public Quotations Quotations { get; }

    /// <summary>How much each sentence of a section is about what the whole article is about; zero elsewhere.</summary>
    public double[] Global { get; }

    /// <summary>How much it reads like the abstract of a paper: a whole English article without headings and without quotations.</summary>
    public double Abstract => Frame.MayBeAbstract ? 1 - Quotations.News : 0;
}
