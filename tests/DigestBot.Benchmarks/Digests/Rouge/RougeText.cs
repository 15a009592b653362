namespace DigestBot.Benchmarks.Digests.Rouge;

/// <summary>A text as ROUGE sees it: sentences of words, lower-cased runs of letters and digits, no stemming.</summary>
internal sealed class RougeText
{
    public RougeText(IEnumerable<string> sentences, Dictionary<string, int> words)
    {
        Sentences = [.. sentences.Select(sentence => Words(sentence, words))];
        All = [.. Sentences.SelectMany(sentence => sentence)];
    }

    /// <summary>The words of each sentence, as numbers.</summary>
    public int[][] Sentences { get; }

    /// <summary>The words of all sentences in a row.</summary>
    public int[] All { get; }

    /// <summary>The words of one sentence, as numbers from a dictionary that grows.</summary>
    public static int[] Words(string sentence, Dictionary<string, int> numbers)
    {
        var words = new List<int>();
        var start = -1;
        for (var place = 0; place <= sentence.Length; place++)
        {
            var inside = place < sentence.Length && char.IsLetterOrDigit(sentence[place]);
            if (inside && start < 0) start = place;
            if (inside || start < 0) continue;
            var word = sentence[start..place].ToLowerInvariant();
            if (!numbers.TryGetValue(word, out var number)) numbers[word] = number = numbers.Count;
            words.Add(number);
            start = -1;
        }

        return [.. words];
    }
}
