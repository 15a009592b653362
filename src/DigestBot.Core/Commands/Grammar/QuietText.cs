using DigestBot.Subscriptions;

namespace DigestBot.Commands.Grammar;

/// <summary>Reads quiet hours as people write them: <c>22:00-06:00</c>, <c>10 malam sampai 6 pagi</c>, <c>off</c>. Pure.</summary>
internal static class QuietText
{
    private static readonly string[] To = ["-", "to", "until", "sampai", "hingga", "sd"];
    private static readonly string[] Fillers = ["jam", "pukul", "from", "dari", "at"];

    /// <summary>Whether it was understood, and the hours; null for none at all.</summary>
    public static bool TryParse(string text, out QuietHours? hours)
    {
        hours = null;
        if (OnOffText.TryParse(text) == false)
            return true;

        var words = text.ToLowerInvariant()
            .Replace("-", " - ", StringComparison.Ordinal).Replace("–", " - ", StringComparison.Ordinal).Replace("s/d", " - ", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !Fillers.Contains(word)).ToArray();
        var dash = Array.FindIndex(words, word => To.Contains(word));
        if (dash <= 0 || Clock(words[..dash]) is not { } from || Clock(words[(dash + 1)..]) is not { } to || from == to)
            return false;

        hours = new QuietHours(from, to);
        return true;
    }

    private static TimeOnly? Clock(string[] words) =>
        words.Length is 1 or 2 && ClockText.TryParse(words[0], words.Length == 2 ? words[1] : "") is { } clock && clock.Words == words.Length
            ? clock.Time
            : null;
}
