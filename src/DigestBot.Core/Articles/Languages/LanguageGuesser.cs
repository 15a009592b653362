namespace DigestBot.Articles.Languages;

/// <summary>
/// Tells the language of a text by its function words, without a model. It knows <see cref="Known"/>; everything else is
/// <see cref="Unknown"/>, and so is a text with too few of those words to be sure.
/// </summary>
public static class LanguageGuesser
{
    /// <summary>The code for a language that is not known.</summary>
    public const string Unknown = "und";

    private const int WordsRead = 500;
    private const int LongestWord = 16;

    /// <summary>A text with fewer function words of one language than this is not named.</summary>
    private const int FewestHits = 2;

    /// <summary>Prose has one function word in three to five; a list of names in a language has fewer than one in twelve.</summary>
    private const double LeastShare = 1.0 / 12;

    /// <summary>The languages it can name, as ISO 639-1 codes.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. FunctionWords.Languages, .. Scripts.Languages];

    /// <summary>The ISO 639-1 code of the text's language, or <see cref="Unknown"/>.</summary>
    public static string Guess(string text)
    {
        var hits = new int[FunctionWords.Languages.Count];
        var scripts = new Scripts();
        var words = 0;
        var at = 0;
        Span<char> buffer = stackalloc char[LongestWord];
        while (words < WordsRead && NextWord(text, ref at, buffer, ref scripts) is { Length: > 0 } word)
        {
            words++;
            FunctionWords.Count(word, hits);
        }

        return scripts.Language ?? Best(hits, words);
    }

    /// <summary>The next word in lower case, cut where it is longer than any function word; empty at the end of the text.</summary>
    private static ReadOnlySpan<char> NextWord(string text, ref int at, Span<char> buffer, ref Scripts scripts)
    {
        var length = 0;
        for (; at < text.Length; at++)
        {
            var character = text[at];
            if (char.IsAsciiLetter(character))
                character = (char)(character | 0x20);
            else if (char.IsLetter(character))
                scripts.Note(character = char.ToLowerInvariant(character));
            else if (length > 0 && character is not ('\'' or '’'))
                break;
            else if (length == 0)
                continue;

            if (length < buffer.Length)
                buffer[length] = character;
            length++;
        }

        scripts.CountLetters(length);
        return buffer[..Math.Min(length, buffer.Length)];
    }

    private static string Best(int[] hits, int words)
    {
        SetApart(ref hits[FunctionWords.Indonesian], ref hits[FunctionWords.Malay]);
        var best = 0;
        var second = -1;
        for (var i = 1; i < hits.Length; i++)
        {
            if (hits[i] > hits[best])
                (best, second) = (i, best);
            else if (second < 0 || hits[i] > hits[second])
                second = i;
        }

        return hits[best] < FewestHits || hits[best] < words * LeastShare || hits[best] == hits[second]
            ? Unknown
            : FunctionWords.Languages[best];
    }

    /// <summary>The two share most function words: Malay must show words of its own, else it is Indonesian.</summary>
    private static void SetApart(ref int indonesian, ref int malay)
    {
        if (malay < indonesian + FewestHits)
            malay = 0;
        else
            indonesian = 0;
    }
}
