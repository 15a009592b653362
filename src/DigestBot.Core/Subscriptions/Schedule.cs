using System.Globalization;

namespace DigestBot.Subscriptions;

/// <summary>
/// Local times and days; the zone is the chat's. Written <c>07:00 18:00 mon-fri</c>, <c>07:00 every 3 days from
/// 2026-11-24</c> or <c>off</c>; <see cref="ToString"/> is the one canonical form.
/// </summary>
public sealed record Schedule
{
    private Schedule(IReadOnlyList<TimeOnly> times, DaySet days, int everyDays, DateOnly anchor) =>
        (Times, Days, EveryDays, Anchor) = (times, days, everyDays, anchor);

    /// <summary>The most times a day.</summary>
    public const int MostTimes = 12;

    private const int MostDays = 366;

    /// <summary>Nothing is due by itself.</summary>
    public static Schedule Off { get; } = new([], DaySet.All, 1, default);

    /// <summary>What a new subscription gets: every day at 07:00.</summary>
    public static Schedule Default { get; } = new([new TimeOnly(7, 0)], DaySet.All, 1, default);

    /// <summary>Whole minutes, rising, none twice.</summary>
    public IReadOnlyList<TimeOnly> Times { get; }

    /// <summary>On which days of the week.</summary>
    public DaySet Days { get; }

    /// <summary>Every how many days, counted from <see cref="Anchor"/>; 1 for each day that <see cref="Days"/> has.</summary>
    public int EveryDays { get; }

    /// <summary>The first day where <see cref="EveryDays"/> is more than 1.</summary>
    public DateOnly Anchor { get; }

    /// <summary>True where nothing is ever due.</summary>
    public bool IsOff => Times.Count == 0;

    /// <summary>
    /// A schedule of these parts; null where there are no times, too many, no days, where <paramref name="everyDays"/> is not
    /// 1 to 366, or where the two never meet (every 14 days from a Monday, on Tuesdays).
    /// </summary>
    public static Schedule? TryCreate(IEnumerable<TimeOnly> times, DaySet days = DaySet.All, int everyDays = 1, DateOnly anchor = default)
    {
        var sorted = times.Select(time => new TimeOnly(time.Hour, time.Minute)).Distinct().Order().ToArray();
        if (sorted.Length is 0 or > MostTimes || (days & DaySet.All) == DaySet.None || everyDays is < 1 or > MostDays)
            return null;

        var schedule = new Schedule(sorted, days & DaySet.All, everyDays, everyDays == 1 ? default : anchor);
        return Enumerable.Range(0, 7).Any(week => schedule.IsOn(schedule.Anchor.AddDays(week * everyDays))) ? schedule : null;
    }

    /// <summary>Whether the schedule has slots on this day.</summary>
    public bool IsOn(DateOnly day) =>
        (Days & (DaySet)(1 << (int)day.DayOfWeek)) != 0 &&
        (EveryDays == 1 || (day >= Anchor && (day.DayNumber - Anchor.DayNumber) % EveryDays == 0));

    /// <summary>Reads the canonical form; throws <see cref="FormatException"/> on anything else.</summary>
    public static Schedule Parse(string text)
    {
        if (text == "off")
            return Off;

        var words = text.Split(' ');
        var times = words.TakeWhile(word => word.Contains(':', StringComparison.Ordinal)).ToArray();
        var rest = words[times.Length..];
        var days = DaySet.All;
        if (rest is [var set, ..] && set != "every")
        {
            days = DaySets.Parse(set);
            rest = rest[1..];
        }

        var (every, anchor) = rest switch
        {
            [] => (1, default),
            ["every", var n, "days", "from", var day] when int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var count) =>
                (count, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => throw new FormatException($"not a schedule: {text}"),
        };
        return TryCreate(times.Select(time => TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture)), days, every, anchor)
            ?? throw new FormatException($"not a schedule: {text}");
    }

    /// <summary>The canonical form, read back by <see cref="Parse"/>.</summary>
    public override string ToString()
    {
        if (IsOff)
            return "off";

        var text = string.Join(' ', Times.Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture)));
        if (Days != DaySet.All)
            text += " " + DaySets.Format(Days);
        return EveryDays == 1 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} every {EveryDays} days from {Anchor:yyyy-MM-dd}");
    }

    /// <summary>Equal where the canonical forms are.</summary>
    public bool Equals(Schedule? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);
}
