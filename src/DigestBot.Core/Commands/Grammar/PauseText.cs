using System.Globalization;
using System.Text.RegularExpressions;
using DigestBot.Subscriptions;

namespace DigestBot.Commands.Grammar;

/// <summary>Reads until when a pause lasts: <c>3 hari</c>, <c>2 weeks</c>, <c>sampai senin</c>, <c>besok</c>, <c>2026-12-01</c>.</summary>
internal static partial class PauseText
{
    private const int LongestDays = 366;

    /// <summary>The first day without the pause; null where the text is none, or where that day is not within the year to come.</summary>
    public static DateOnly? TryParse(string text, DateOnly today)
    {
        var words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["sampai" or "hingga" or "until" or "till" or "for" or "selama", ..])
            words = words[1..];

        var day = words switch
        {
            ["besok" or "tomorrow"] => today.AddDays(1),
            ["lusa"] => today.AddDays(2),
            [var number, var unit] => After(number, unit, today),
            [var name] when DayNames.Find(name) is var weekday and not DaySet.None => NextOn(weekday, today),
            [var date] when DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) => exact,
            _ => (DateOnly?)null,
        };
        return day > today && day <= today.AddDays(LongestDays) ? day : null;
    }

    private static DateOnly? After(string number, string unit, DateOnly today)
    {
        if (!Small().IsMatch(number))
            return null;

        var count = int.Parse(number, CultureInfo.InvariantCulture);
        return unit switch
        {
            "hari" or "day" or "days" => today.AddDays(count),
            "minggu" or "pekan" or "week" or "weeks" => today.AddDays(7 * count),
            "bulan" or "month" or "months" => today.AddMonths(count),
            _ => null,
        };
    }

    private static DateOnly NextOn(DaySet weekday, DateOnly today)
    {
        var day = today.AddDays(1);
        while ((weekday & (DaySet)(1 << (int)day.DayOfWeek)) == 0)
            day = day.AddDays(1);
        return day;
    }

    [GeneratedRegex("^[0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Small();
}
