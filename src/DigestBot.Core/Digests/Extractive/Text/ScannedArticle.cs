using DigestBot.Articles;
using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Text;

/// <summary>An article after the one pass over its characters: every sentence scanned, every word a number.</summary>
internal sealed class ScannedArticle
{
    private readonly SentenceScanner _scanner;

    private ScannedArticle(Article article)
    {
        Article = article;
        Vocabulary = new Vocabulary(capacity: 256);
        _scanner = new SentenceScanner(Vocabulary);
        var sentences = new List<ScannedSentence>();
        var paragraphs = new List<int>();
        var parts = new List<ScannedPart>();
        var paragraph = 0;
        foreach (var section in article.Units)
        {
            var first = sentences.Count;
            foreach (var text in section.Paragraphs)
            {
                foreach (var sentence in text.Sentences)
                {
                    sentences.Add(_scanner.Scan(sentence, opensUnit: sentences.Count == first));
                    paragraphs.Add(paragraph);
                }

                if (text.Sentences.Count > 0) paragraph++;
            }

            parts.Add(new ScannedPart(section, first, sentences.Count - first, ContentWordsOf(section.Heading)));
        }

        Sentences = [.. sentences];
        Paragraphs = [.. paragraphs];
        Parts = parts;
        TitleWords = article.HasOwnTitle ? ContentWordsOf(article.Title) : [];
        Frequencies = CountWords();
    }

    public Article Article { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>All sentences in the order of the text.</summary>
    public ScannedSentence[] Sentences { get; }

    /// <summary>The number of the paragraph that each sentence stands in.</summary>
    public int[] Paragraphs { get; }

    /// <summary>The lead, where there is one, and the sections, each with its sentences.</summary>
    public IReadOnlyList<ScannedPart> Parts { get; }

    /// <summary>How often each word occurs in the whole article.</summary>
    public int[] Frequencies { get; }

    /// <summary>The distinct content words of the title that the author gave; none where the bot made one up.</summary>
    public int[] TitleWords { get; }

    public static ScannedArticle Of(Article article) => new(article);

    /// <summary>The words of one sentence.</summary>
    public ReadOnlySpan<ScannedWord> WordsOf(ScannedSentence sentence) =>
        _scanner.Words.Slice(sentence.FirstWord, sentence.WordCount);

    /// <summary>The distinct content words of a title or a heading.</summary>
    private int[] ContentWordsOf(string text)
    {
        var words = new HashSet<int>();
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
        {
            var id = Vocabulary.Intern(text[scanner.Start..scanner.End].ToLowerInvariant());
            if ((Vocabulary.Traits(id) & WordTraits.Content) != 0) words.Add(id);
        }

        return [.. words.Order()];
    }

    private int[] CountWords()
    {
        var frequencies = new int[Vocabulary.Count];
        foreach (var word in _scanner.Words) frequencies[word.Id]++;
        return frequencies;
    }
}
