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

    private static bool IsPartOfDay(string word) => word is "am" or "pm" or "pagi" or "siang" or "sore" or "malam";

    /// <summary>The hour on a clock of 24 hours; one that does not lie in that part of the day is null.</summary>
    private static int? On24Hours(int hour, string part) => (part, hour) switch
    {
        ("am", 12) => 0,
        ("am", >= 1 and < 12) => hour,
        ("pm", 12) => 12,
        ("pm", >= 1 and < 12) => hour + 12,
        ("pagi", >= 1 and <= 11) => hour,
        ("siang", >= 10 and <= 15) => hour,
        ("siang", >= 1 and <= 3) => hour + 12,
        ("sore", >= 15 and <= 18) => hour,
        ("sore", >= 3 and <= 6) => hour + 12,
        ("malam", >= 18) => hour,
        ("malam", 12) => 0,
        ("malam", >= 6 and <= 11) => hour + 12,
        _ => null,
    };

    [GeneratedRegex("^([0-9]{1,2})(?:[:.]?([0-9]{2}))?(am|pm)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Clock();
}
