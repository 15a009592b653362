using System.Globalization;

namespace DigestBot.Platforms;

/// <summary>Where a text that is too long is cut: after a paragraph, else a line, a sentence, a word, a character as readers see it.</summary>
internal static class CutPoint
{
    private const string SentenceEnds = ".!?…。！？";
    private const string Closers = "\"'”’»)]";

    /// <summary>The end of the first slice from <paramref name="start"/>, at most <paramref name="most"/> units on.</summary>
    public static int In(string text, int start, int most)
    {
        if (text.Length - start <= most)
            return text.Length;

        // A cut in the first half would leave parts that are mostly empty.
        var earliest = start + most / 2;
        var latest = start + most;
        return LastOf(text, "\n\n", earliest, latest)
            ?? LastOf(text, "\n", earliest, latest)
            ?? LastSentenceEnd(text, earliest, latest)
            ?? LastBlank(text, start, latest)
            ?? LastGrapheme(text, start, latest);
    }

    private static int? LastOf(string text, string mark, int earliest, int latest)
    {
        var at = text.LastIndexOf(mark, latest, latest - earliest, StringComparison.Ordinal);
        return at > earliest ? at : null;
    }

    private static int? LastSentenceEnd(string text, int earliest, int latest)
    {
        for (var at = latest; at > earliest; at--)
        {
            if (!char.IsWhiteSpace(text[at]))
                continue;

            var before = at - 1;
            while (before > earliest && Closers.Contains(text[before], StringComparison.Ordinal))
                before--;
            if (SentenceEnds.Contains(text[before], StringComparison.Ordinal))
                return at;
        }

        return null;
    }

    private static int? LastBlank(string text, int start, int latest)
    {
        for (var at = latest; at > start; at--)
        {
            if (char.IsWhiteSpace(text[at]))
                return at;
        }

        return null;
    }

    private static int LastGrapheme(string text, int start, int latest)
    {
        var at = start;
        while (true)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            if (at + length > latest)
                break;
            at += length;
        }

        if (at > start)
            return at;

        // One character of thousands of marks: between two of them, but never within a surrogate pair.
        return char.IsLowSurrogate(text[latest]) && latest - 1 > start ? latest - 1 : latest;
    }
}
