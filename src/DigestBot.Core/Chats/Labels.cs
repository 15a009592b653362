using System.Globalization;
using System.Text;

namespace DigestBot.Chats;

/// <summary>Short forms of texts that may be long or odd: titles on buttons, what somebody typed.</summary>
public static class Labels
{
    private const int LongestEcho = 60;

    /// <summary>At most so many UTF-16 units, cut between characters as a reader counts them, with an ellipsis.</summary>
    public static string Short(string text, int most)
    {
        if (text.Length <= most)
            return text;

        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > most - 1)
                break;
            end = next;
        }

        return text[..end].TrimEnd() + "…";
    }

    /// <summary>What somebody typed, fit to be repeated to them: one line, without control characters, cut short.</summary>
    public static string Echo(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var hidden = Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;
            visible.Append(hidden || Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        return Short(string.Join(' ', visible.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)), LongestEcho);
    }
}
