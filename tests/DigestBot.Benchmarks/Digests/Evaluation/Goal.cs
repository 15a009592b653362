using DigestBot.Benchmarks.Digests.Rouge;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>The reference of a document and the words of its sentences, numbered alike.</summary>
internal sealed class Goal(IReadOnlyList<IReadOnlyList<string>> references)
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private IReadOnlyList<RougeText>? _references;

    /// <summary>The references as ROUGE sees them.</summary>
    public IReadOnlyList<RougeText> References => _references ??= [.. references.Select(Text)];

    /// <summary>Scores sentences against the best reference.</summary>
    public RougeScore Score(IEnumerable<string> sentences) => RougeScorer.Score(Text(sentences), References);

    private RougeText Text(IEnumerable<string> sentences) => new(sentences, _words);
}
