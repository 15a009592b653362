using System.Globalization;

namespace DigestBot.Chats;

/// <summary>
/// Dates and times as people of a language write them, with day and month names from the bot's own texts: the same on
/// every machine, whatever locales it has.
/// </summary>
public sealed class Dates
{
    private readonly Words _words;

    internal Dates(Words words) => _words = words;

    /// <summary><c>24 Nov 2026</c>.</summary>
    public string Day(DateOnly day) => Invariant($"{day.Day} {MonthShort(day)} {day.Year:0000}");

    /// <summary><c>Sel 24 Nov</c>.</summary>
    public string ShortDay(DateOnly day) => Invariant($"{WeekdayShort(day.DayOfWeek)} {day.Day} {MonthShort(day)}");

    /// <summary><c>Selasa, 24 November 2026</c>.</summary>
    public string LongDay(DateOnly day) =>
        Invariant($"{WeekdayLong(day.DayOfWeek)}, {day.Day} {Name("Months_Long", day.Month - 1)} {day.Year:0000}");

    /// <summary><c>07:00</c>.</summary>
    public static string Time(TimeOnly time) => Invariant($"{time.Hour:00}:{time.Minute:00}");

    /// <summary><c>Sel 24 Nov 07:00</c>, by the clock that the value carries.</summary>
    public string Moment(DateTimeOffset local) =>
        Invariant($"{ShortDay(DateOnly.FromDateTime(local.DateTime))} {Time(TimeOnly.FromDateTime(local.DateTime))}");

    /// <summary>A slot (<c>2026-11-24T07:00</c>) as a reader sees it: <c>Sel 24 Nov 07:00</c>.</summary>
    public string Slot(string slot) =>
        Moment(DateTimeOffset.ParseExact(slot, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    /// <summary><c>Sel</c>.</summary>
    public string WeekdayShort(DayOfWeek day) => Name("Days_Short", (int)day);

    /// <summary><c>Selasa</c>.</summary>
    public string WeekdayLong(DayOfWeek day) => Name("Days_Long", (int)day);

    private string MonthShort(DateOnly day) => Name("Months_Short", day.Month - 1);

    private string Name(string key, int index) => _words[key].Split(' ')[index];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
