using DigestBot.Articles.Sentences;
using DigestBot.Benchmarks.Digests.Data;

namespace DigestBot.Benchmarks.Digests.Reading;

/// <summary>The ends of sentences within the paragraphs of one document, by the splitter and by the data.</summary>
internal sealed class SplitComparison
{
    private const int Context = 60;

    private readonly List<SplitDifference> _differences = [];

    public SplitComparison(Document document)
    {
        var offset = 0;
        foreach (var paragraph in document.Article.Units.SelectMany(unit => unit.Paragraphs))
        {
            var text = string.Join(' ', paragraph.Sentences);
            var wanted = Ends(paragraph.Sentences);
            var found = Ends(SentenceSplitter.Split(text));
            Agreed += wanted.Intersect(found).Count();
            foreach (var end in wanted.Except(found).Concat(found.Except(wanted)).Order())
                _differences.Add(new SplitDifference(document.Id, offset + end, found.Contains(end), Excerpt(text, end)));
            offset += text.Count(character => !char.IsWhiteSpace(character));
        }
    }

    /// <summary>How many ends both have.</summary>
    public int Agreed { get; }

    /// <summary>The ends that only one of them has.</summary>
    public IReadOnlyList<SplitDifference> Differences => _differences;

    /// <summary>Counted in characters that are no blanks; the paragraph's own end is no decision.</summary>
    private static HashSet<int> Ends(IReadOnlyList<string> sentences)
    {
        var ends = new HashSet<int>();
        var place = 0;
        foreach (var sentence in sentences.SkipLast(1)) ends.Add(place += sentence.Count(character => !char.IsWhiteSpace(character)));
        return ends;
    }

    private static string Excerpt(string text, int end)
    {
        var place = 0;
        for (var seen = 0; seen < end; place++)
            if (!char.IsWhiteSpace(text[place])) seen++;
        return $"{text[Math.Max(0, place - Context)..place]} || {text[place..Math.Min(text.Length, place + Context)].TrimStart()}";
    }
}

/// <summary>An end that only one of the two has.</summary>
/// <param name="Document">The document.</param>
/// <param name="End">Its place, in characters of the document that are no blanks.</param>
/// <param name="IsBySplitter">Whether the splitter has it, and not the data.</param>
/// <param name="Excerpt">What stands around it.</param>
internal sealed record SplitDifference(string Document, int End, bool IsBySplitter, string Excerpt);
