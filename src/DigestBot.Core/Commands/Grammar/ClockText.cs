using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestBot.Commands.Grammar;

/// <summary>Times of day as people type them: <c>07:00</c>, <c>7.00</c>, <c>7</c>, <c>0700</c>, <c>7pm</c>, <c>7 malam</c>.</summary>
internal static partial class ClockText
{
    /// <summary>The time and how many words it took: a part of the day may follow as a word of its own. Null where it is none.</summary>
    public static (TimeOnly Time, int Words)? TryParse(string word, string next)
    {
        var match = Clock().Match(word);
        if (!match.Success)
            return null;

        var hour = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (hour > 23 || minute > 59)
            return null;

        var attached = match.Groups[3].Success;
        var part = attached ? match.Groups[3].Value : next;
        if (!IsPartOfDay(part))
            return (new TimeOnly(hour, minute), 1);

        return On24Hours(hour, part) is { } exact ? (new TimeOnly(exact, minute), attached ? 1 : 2) : null;
    }

    /// <summary>A word that says which of two equal hours is meant, and that may stand before the hour as well.</summary>
    public static bool IsPartOfDay(string word) => word is "am" or "pm" or "pagi" or "siang" or "sore" or "malam" or "morning" or "afternoon" or "evening" or "night";

    /// <summary>The hour on a clock of 24 hours; one that does not lie in that part of the day is null.</summary>
    private static int? On24Hours(int hour, string part) => (part, hour) switch
    {
        ("am", 12) => 0,
        ("am", >= 1 and < 12) => hour,
        ("pm", 12) => 12,
        ("pm", >= 1 and < 12) => hour + 12,
        ("pagi" or "morning", >= 1 and <= 11) => hour,
        ("siang", >= 10 and <= 15) => hour,
        ("siang", >= 1 and <= 3) => hour + 12,
        ("sore", >= 15 and <= 18) => hour,
        ("sore", >= 3 and <= 6) => hour + 12,
        ("malam" or "night", >= 18) => hour,
        ("malam" or "night", 12) => 0,
        ("malam" or "night", >= 6 and <= 11) => hour + 12,
        ("afternoon", >= 12 and <= 18) => hour,
        ("afternoon", >= 1 and <= 6) => hour + 12,
        ("evening", >= 17) => hour,
        ("evening", >= 5 and <= 11) => hour + 12,
        _ => null,
    };

    [GeneratedRegex("^([0-9]{1,2})(?:[:.]?([0-9]{2}))?(am|pm)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Clock();
}
