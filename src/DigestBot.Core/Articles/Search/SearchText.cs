using System.Globalization;
using System.Text;

namespace DigestBot.Articles.Search;

/// <summary>
/// The words of a text as they are searched for: letters and digits alone, lower-cased and without accents. Every store is
/// given these words and none of the text, so that all find the same and nothing that is typed can be an operator.
/// </summary>
public static class SearchText
{
    private const int LongestWord = 64;

    /// <summary>U+00C0 to U+017F without their accents; a blank where a character is no letter.</summary>
    private const string Unaccented =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
        "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The words in the order of the text.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var written in text.EnumerateRunes())
        {
            var rune = written.IsBmp ? new Rune(ScriptDigits.Plain((char)written.Value)) : written;
            if (IsAccent(rune))
                continue;

            if (IsPartOfWord(rune))
            {
                if (word.Length < LongestWord)
                    word.Append(Folded(rune));
                continue;
            }

            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    /// <summary>The words with a blank between them, no more than so many characters: what stands further is not found.</summary>
    public static string Folded(string text, int most)
    {
        var folded = new StringBuilder(Math.Min(text.Length, most));
        foreach (var word in Words(text))
        {
            if (folded.Length + word.Length >= most)
                break;
            if (folded.Length > 0)
                folded.Append(' ');
            folded.Append(word);
        }

        return folded.ToString();
    }

    /// <summary>A Latin letter lower-cased and without its accent; anything else as it is.</summary>
    internal static char Plain(char written) => written - 0xC0 is >= 0 and var place && place < Unaccented.Length && Unaccented[place] != ' '
        ? Unaccented[place]
        : char.ToLowerInvariant(written);

    internal static bool IsAccent(char character) => character is >= '\u0300' and <= '\u036F';

    private static bool IsAccent(Rune rune) => rune.IsBmp && IsAccent((char)rune.Value);

    private static bool IsPartOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) ||
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Folded(Rune rune) => rune.IsBmp ? Plain((char)rune.Value).ToString() : Rune.ToLowerInvariant(rune).ToString();
}
