using DigestBot.Benchmarks.Digests.Rouge;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>The references of a document, with one numbering of words for them and for whatever is held against them.</summary>
internal sealed class Goal
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly List<RougeText> _references;
    private readonly List<Bag.Reference> _bags;

    public Goal(IReadOnlyList<IReadOnlyList<string>> references)
    {
        _references = [.. references.Select(reference => new RougeText(reference, _words))];
        _bags = [.. references.Select(reference => new Bag.Reference(reference, _words))];
    }

    /// <summary>Scores sentences against the best reference.</summary>
    public RougeScore Score(IEnumerable<string> sentences) => RougeScorer.Score(new RougeText(sentences, _words), _references);

    /// <summary>A sentence, ready for <see cref="Worth"/>.</summary>
    public Bag Count(string sentence) => new(sentence, _words);

    /// <summary>(ROUGE-1 + ROUGE-2) / 2 of sentences in a row.</summary>
    public double Worth(IReadOnlyList<Bag> sentences) => Bag.Reward(sentences, _bags);
}
