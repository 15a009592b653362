using System.Buffers;
using System.Text;

namespace DigestBot.Articles.ContentFolder;

/// <summary>Text without what nobody sees: line ends made one kind, control characters and direction overrides left out.</summary>
internal static class VisibleText
{
    // Overrides and isolates can make a line read otherwise than it is; joiners (U+200C, U+200D) are letters' and emoji's own.
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Where(code => code is not ('\n' or '\t')).Select(code => (char)code)) +
        "\u00AD\u061C\u200B\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF");

    /// <summary>One line of it: an entity or an escape may bring in what the file's own text did not hold.</summary>
    public static string Line(string text) => WhiteSpace.Fold(Of(text));

    /// <summary>The text as it is shown; the same instance where there is nothing to leave out.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Unseen) < 0)
            return text;

        var seen = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
                continue;

            if (character is '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')
                seen.Append('\n');
            else if (!Unseen.Contains(character))
                seen.Append(character);
        }

        return seen.ToString();
    }
}
