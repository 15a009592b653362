namespace DigestBot.Benchmarks.Digests.Rouge;

/// <summary>The words and pairs of words of a text, for scoring many combinations of sentences fast.</summary>
internal sealed class Bag
{
    private readonly int[] _words;

    public Bag(string text, Dictionary<string, int> numbers) => _words = RougeText.Words(text, numbers);

    /// <summary>(ROUGE-1 + ROUGE-2) / 2 of sentences in a row, against the best reference.</summary>
    public static double Reward(IReadOnlyList<Bag> sentences, IReadOnlyList<Reference> references)
    {
        var words = sentences.SelectMany(sentence => sentence._words).ToArray();
        var (ones, twos) = (RougeScorer.Grams(words, 1), RougeScorer.Grams(words, 2));
        return references.Max(reference => (RougeScorer.Overlap(ones, reference.Words) + RougeScorer.Overlap(twos, reference.Pairs)) / 2);
    }

    /// <summary>A reference, counted once.</summary>
    public sealed class Reference
    {
        public Reference(IEnumerable<string> sentences, Dictionary<string, int> numbers)
        {
            var words = new RougeText(sentences, numbers).All;
            (Words, Pairs) = (RougeScorer.Grams(words, 1), RougeScorer.Grams(words, 2));
        }

        public Dictionary<long, int> Words { get; }

        public Dictionary<long, int> Pairs { get; }
    }
}
