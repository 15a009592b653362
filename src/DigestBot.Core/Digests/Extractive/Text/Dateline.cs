using System.Text.RegularExpressions;

namespace DigestBot.Digests.Extractive.Text;

/// <summary>
/// "Jakarta, CNN Indonesia -- ", "Merdeka.com - ", "JAKARTA (Pos Kota) - ", "LONDON (Reuters) - ": where and by whom, before the
/// news begins. Seven Indonesian news articles in ten open with one; it says nothing about the article, and it costs the
/// opening sentence its place.
/// </summary>
internal static partial class Dateline
{
    private const int LongestInWords = 10;
    private const int ShortestRest = 16;

    /// <summary>How many characters of a unit's first sentence are its dateline; zero where there is none.</summary>
    public static int LengthIn(string sentence)
    {
        var length = 0;
        foreach (var match in Pattern.EnumerateMatches(sentence)) length = match.Length;
        if (length == 0 || sentence.Length - length < ShortestRest) return 0;
        return WordsIn(sentence.AsSpan(0, length)) <= LongestInWords ? length : 0;
    }

    private static int WordsIn(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var place = 0; place < text.Length; place++)
            if (!char.IsWhiteSpace(text[place]) && (place == 0 || char.IsWhiteSpace(text[place - 1]))) words++;
        return words;
    }

    // Anchored, every repetition bounded, and run once a unit.
    [GeneratedRegex(
        """
        ^(?:
          (?:[A-Z(][^\s]{0,30}\s){0,7}?[A-Z(][^\s]{0,30}\s?--\s+
        | (?:[A-Z][\w.]*\s){0,2}[A-Z][\w.]*,\s(?:[A-Z][\w.]*\s?){1,4}—\s?
        | [A-Z][\w.]*\.(?:com|net|co|id|co\.id|COM|NET|ID)\s?[-–:]\s+
        | (?:[A-Z][\w.'/-]*,?\s){0,4}\([^)]{2,30}\)\s?(?:[-–:]\s+|[–—])
        | (?:[A-Z][\w.'/-]*\s?){1,3},\s?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}\s[-–]\s+
        | [A-Z]{4,}(?:\s[A-Z]{3,}){0,2}\s?[-–]\s+
        | Rimanews\s[-–]\s+
        | \(CNN\)\s*(?:--)?\s*
        )(?=[^\sa-z])
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern { get; }
}
