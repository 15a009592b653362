using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Units;

/// <summary>The words that most sentences of the unit share, how much of them each sentence has, and what is new in it.</summary>
internal sealed class KeyWords
{
    private const int Most = 12;

    public KeyWords(Vocabulary vocabulary, TermRows rows)
    {
        var points = Points(vocabulary, rows);
        var all = 0;
        foreach (var value in points) all += value;
        Coverage = new double[rows.SentenceCount];
        Novel = new double[rows.SentenceCount];
        var seen = new bool[rows.TermCount];
        for (var sentence = 0; sentence < rows.SentenceCount; sentence++)
        {
            var (covered, fresh) = (0, 0);
            for (var entry = rows.Starts[sentence]; entry < rows.Starts[sentence + 1]; entry++)
            {
                var term = rows.Terms[entry];
                covered += points[term];
                if (!seen[term]) fresh++;
                seen[term] = true;
            }

            Coverage[sentence] = all == 0 ? 0 : (double)covered / all;
            Novel[sentence] = rows.DistinctIn(sentence) == 0 ? 0 : (double)fresh / rows.DistinctIn(sentence);
        }

        CoverageRank = Scale.ByRank(Coverage);
    }

    /// <summary>The share of the key words' points that the sentence has.</summary>
    public double[] Coverage { get; }

    public double[] CoverageRank { get; }

    /// <summary>The share of its content words that no earlier sentence had.</summary>
    public double[] Novel { get; }

    /// <summary>A key word has as many points as there are sentences that hold it.</summary>
    private static int[] Points(Vocabulary vocabulary, TermRows rows)
    {
        var best = new List<int>(Most + 1);
        for (var term = 0; term < rows.TermCount; term++)
        {
            if ((vocabulary.Traits(rows.Words[term]) & WordTraits.Long) == 0) continue;
            var place = best.Count;
            while (place > 0 && Precedes(term, best[place - 1])) place--;
            if (place == Most) continue;
            best.Insert(place, term);
            if (best.Count > Most) best.RemoveAt(Most);
        }

        var points = new int[rows.TermCount];
        foreach (var term in best) points[term] = rows.DocumentFrequencies[term];
        return points;

        bool Precedes(int one, int other)
        {
            var difference = rows.DocumentFrequencies[one] - rows.DocumentFrequencies[other];
            return difference > 0
                || (difference == 0 && string.CompareOrdinal(vocabulary[rows.Words[one]], vocabulary[rows.Words[other]]) < 0);
        }
    }
}
