namespace DigestBot.Benchmarks.Digests.Rouge;

/// <summary>ROUGE-1, ROUGE-2 and summary-level ROUGE-L as F1 (Lin 2004), the way ROUGE-1.5.5 counts them.</summary>
internal static class RougeScorer
{
    /// <summary>Scores sentences against reference sentences.</summary>
    public static RougeScore Score(IEnumerable<string> candidate, IEnumerable<string> reference)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        return Score(new RougeText(candidate, words), new RougeText(reference, words));
    }

    /// <summary>The same for texts whose words were numbered by the same dictionary.</summary>
    public static RougeScore Score(RougeText candidate, RougeText reference) => new(
        Overlap(Grams(candidate.All, 1), Grams(reference.All, 1)),
        Overlap(Grams(candidate.All, 2), Grams(reference.All, 2)),
        SummaryLevelL(candidate, reference));

    /// <summary>Against several references, the best of each measure.</summary>
    public static RougeScore Score(RougeText candidate, IEnumerable<RougeText> references) =>
        references.Select(reference => Score(candidate, reference)).Aggregate(RougeScore.Best);

    /// <summary>F1 of the grams that both have, each as often as both have it.</summary>
    public static double Overlap(Dictionary<long, int> candidate, Dictionary<long, int> reference)
    {
        var hits = 0;
        foreach (var (gram, count) in candidate) hits += Math.Min(count, reference.GetValueOrDefault(gram));
        return F1(hits, candidate.Values.Sum(), reference.Values.Sum());
    }

    /// <summary>How often each word, or pair of neighbouring words, occurs.</summary>
    public static Dictionary<long, int> Grams(ReadOnlySpan<int> words, int size)
    {
        var grams = new Dictionary<long, int>();
        for (var place = 0; place + size <= words.Length; place++)
        {
            var gram = size == 1 ? words[place] : ((long)words[place] << 32) | (uint)words[place + 1];
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }

    public static double F1(int hits, int candidate, int reference) => hits == 0 ? 0 : 2.0 * hits / (candidate + reference);

    /// <summary>For each reference sentence, the union of its common subsequences with all candidate sentences; no word counts twice.</summary>
    private static double SummaryLevelL(RougeText candidate, RougeText reference)
    {
        var left = Grams(candidate.All, 1);
        var wanted = Grams(reference.All, 1);
        var hits = 0;
        foreach (var sentence in reference.Sentences)
        {
            var union = new bool[sentence.Length];
            foreach (var other in candidate.Sentences) CommonSubsequence.Mark(sentence, other, union);
            for (var place = 0; place < sentence.Length; place++)
            {
                if (!union[place] || left.GetValueOrDefault(sentence[place]) == 0 || wanted[sentence[place]] == 0) continue;
                left[sentence[place]]--;
                wanted[sentence[place]]--;
                hits++;
            }
        }

        return F1(hits, candidate.All.Length, reference.All.Length);
    }
}
