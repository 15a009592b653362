using DigestBot.Articles.Sentences;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>How well the splitter finds the sentences of a file that has one a line: five are joined with blanks and split again.</summary>
internal static class SplittingScore
{
    private const int Joined = 5;

    /// <summary>F1 of the places between sentences, over the sentences that end in a mark.</summary>
    public static double Of(string path)
    {
        var sentences = File.ReadLines(path).Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(EndsInMark).ToList();
        var (hits, found, wanted) = (0, 0, 0);
        foreach (var group in sentences.Chunk(Joined))
        {
            var expected = Ends(group);
            var actual = Ends(SentenceSplitter.Split(string.Join(' ', group)));
            hits += expected.Intersect(actual).Count();
            found += actual.Count;
            wanted += expected.Count;
        }

        return 2.0 * hits / Math.Max(found + wanted, 1);
    }

    private static bool EndsInMark(string sentence) => sentence.TrimEnd('"', '\'', '”', '’', ')', ']').EndsWith('.') ||
        sentence.TrimEnd('"', '\'', '”', '’', ')', ']') is [.., '!' or '?'];

    /// <summary>Counted in characters that are no blanks, so that a blank more or less between sentences counts for nothing.</summary>
    private static HashSet<int> Ends(IEnumerable<string> sentences)
    {
        var ends = new HashSet<int>();
        var place = 0;
        foreach (var sentence in sentences) ends.Add(place += sentence.Count(character => character != ' '));
        return ends;
    }
}
