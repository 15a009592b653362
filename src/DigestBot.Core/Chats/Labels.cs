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

    /// <summary>Two names, each cut short on its own where both have no room: what tells two labels apart may stand in either.</summary>
    public static string Pair(string first, string second, int most)
    {
        const string Between = " · ";
        var room = most - Between.Length;
        if (first.Length + second.Length <= room)
            return first + Between + second;

        var (forFirst, forSecond) = (Math.Max(room / 2, room - second.Length), Math.Max(room - room / 2, room - first.Length));
        return Short(first, forFirst) + Between + Short(second, forSecond);
    }

    /// <summary>A section's number and heading.</summary>
    public static string Numbered(int number, string heading) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}. {Unnumbered(number, heading)}");

    /// <summary>A heading without the number that it is written with, where that is the one it is shown under.</summary>
    public static string Unnumbered(int number, string heading)
    {
        var own = number.ToString(CultureInfo.InvariantCulture);
        return heading.StartsWith(own, StringComparison.Ordinal) && heading.AsSpan(own.Length) is ['.' or ')', ' ', _, ..]
            ? heading[(own.Length + 2)..].TrimStart()
            : heading;
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
