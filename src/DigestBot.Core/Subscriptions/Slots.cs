using System.Globalization;
using NodaTime;

namespace DigestBot.Subscriptions;

/// <summary>Works out when a schedule is due. Pure.</summary>
public static class Slots
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    /// <summary>
    /// The first slot whose instant lies after <paramref name="instant"/>; null where the schedule is off. Of slots that fall
    /// on one instant, at the end of quiet hours, the first stands for all.
    /// </summary>
    /// <param name="instant">Usually now.</param>
    /// <param name="schedule">Local times and days.</param>
    /// <param name="zone">IANA name; one that does not exist throws <see cref="ArgumentException"/>.</param>
    /// <param name="quiet">A slot within these hours is due at their end.</param>
    /// <param name="had">
    /// A slot that was had: it and those before it by their local time do not come again, though in another zone they lie ahead.
    /// </param>
    public static Due? After(DateTimeOffset instant, Schedule schedule, string zone, QuietHours? quiet, string? had = null)
    {
        if (schedule.IsOff)
            return null;

        var rules = RulesOf(zone);
        var newest = had is null ? DateTime.MinValue : ToLocal(had);
        // From the day before: a slot held back by quiet hours may be due a day after its own date.
        var first = DateOnly.FromDateTime(Zones.ToLocal(instant, rules).DateTime).AddDays(-1);
        if (schedule.EveryDays > 1 && schedule.Anchor > first)
            first = schedule.Anchor;
        (DateTime Local, DateTimeOffset At)? next = null;
        // Days of the week and every n days meet again after n weeks; a day more for the one before today.
        for (var day = first; day <= first.AddDays(7 * schedule.EveryDays + 1); day = day.AddDays(1))
        {
            var soonest = SoonestOn(day, schedule, rules, quiet, instant, newest);
            // A time that the clock skips comes later than some that follow it, around midnight later than some of the next day.
            if (next is { } found)
                return DueOf(soonest?.At < found.At ? soonest.Value : found);
            next = soonest;
        }

        return next is { } last ? DueOf(last) : null;
    }

    /// <summary>A slot with its instant in another zone or with other quiet hours: it stays the same slot, and is had once.</summary>
    /// <param name="slot">As in <see cref="Due.Slot"/>; anything else throws <see cref="FormatException"/>.</param>
    /// <param name="zone">IANA name; one that does not exist throws <see cref="ArgumentException"/>.</param>
    /// <param name="quiet">A slot within these hours is due at their end.</param>
    public static Due At(string slot, string zone, QuietHours? quiet)
    {
        var local = ToLocal(slot);
        return DueOf((local, InstantOf(local, RulesOf(zone), quiet)));
    }

    /// <summary>Whether the schedule has this slot.</summary>
    public static bool Has(Schedule schedule, string slot)
    {
        var local = ToLocal(slot);
        return schedule.Times.Contains(TimeOnly.FromDateTime(local)) && schedule.IsOn(DateOnly.FromDateTime(local));
    }

    /// <summary>The soonest after <paramref name="instant"/> of the day's slots that were not had.</summary>
    private static (DateTime Local, DateTimeOffset At)? SoonestOn(
        DateOnly day, Schedule schedule, DateTimeZone rules, QuietHours? quiet, DateTimeOffset instant, DateTime had)
    {
        if (!schedule.IsOn(day))
            return null;

        (DateTime, DateTimeOffset At)? soonest = null;
        foreach (var time in schedule.Times)
        {
            var local = day.ToDateTime(time);
            var at = InstantOf(local, rules, quiet);
            if (at > instant && local > had && (soonest is null || at < soonest.Value.At))
                soonest = (local, at);
        }

        return soonest;
    }

    private static Due DueOf((DateTime Local, DateTimeOffset At) slot) => new(slot.Local.ToString(Format, CultureInfo.InvariantCulture), slot.At);

    private static DateTimeOffset InstantOf(DateTime local, DateTimeZone rules, QuietHours? quiet)
    {
        var (day, time) = AfterQuiet(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), quiet);
        return Zones.ToInstant(day, time, rules);
    }

    private static DateTime ToLocal(string slot) => DateTime.ParseExact(slot, Format, CultureInfo.InvariantCulture);

    private static DateTimeZone RulesOf(string zone) => Zones.Find(zone) ?? throw new ArgumentException($"no such time zone: {zone}", nameof(zone));

    private static (DateOnly Day, TimeOnly Time) AfterQuiet(DateOnly day, TimeOnly time, QuietHours? quiet)
    {
        if (quiet is null || quiet.From == quiet.To)
            return (day, time);

        var spansMidnight = quiet.From > quiet.To;
        var inside = spansMidnight ? time >= quiet.From || time < quiet.To : time >= quiet.From && time < quiet.To;
        return !inside ? (day, time) : spansMidnight && time >= quiet.From ? (day.AddDays(1), quiet.To) : (day, quiet.To);
    }
}
