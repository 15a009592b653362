using System.Text;

namespace DigestBot.Articles.Search;

/// <summary>
/// A text as filters compare it: lower-cased, without accents and without the apostrophes inside words, so that Qur’an, Qur'an and
/// Quran are one. All other signs stay.
/// </summary>
internal static class FilterText
{
    private const string Apostrophes = "'’‘ʼ`´";

    /// <summary>What an apostrophe parts off in English is a word of its own: "it's" is not "its".</summary>
    private static readonly string[] Endings = ["s", "t", "d", "m", "ll", "re", "ve"];

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!SearchText.IsAccent(text[at]) && !IsWithinWord(text, at))
                plain.Append(Apostrophes.Contains(text[at], StringComparison.Ordinal) ? '\'' : SearchText.Plain(text[at]));
        }

        return plain.ToString();
    }

    private static bool IsWithinWord(string text, int at)
    {
        if (at == 0 || !Apostrophes.Contains(text[at], StringComparison.Ordinal) || !char.IsLetter(text[at - 1]))
            return false;

        var after = text.AsSpan(at + 1);
        var length = 0;
        while (length < after.Length && char.IsLetter(after[length]))
            length++;
        foreach (var ending in Endings)
        {
            if (after[..length].Equals(ending, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return length > 0;
    }
}
