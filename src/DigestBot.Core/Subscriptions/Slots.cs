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
    public static Due? After(DateTimeOffset instant, Schedule schedule, string zone, QuietHours? quiet)
    {
        if (schedule.IsOff)
            return null;

        var rules = RulesOf(zone);
        // From the day before: a slot held back by quiet hours may be due a day after its own date.
        var first = DateOnly.FromDateTime(Zones.ToLocal(instant, rules).DateTime).AddDays(-1);
        if (schedule.EveryDays > 1 && schedule.Anchor > first)
            first = schedule.Anchor;
        // Days of the week and every n days meet again after n weeks; a day more for the one before today.
        for (var day = first; day <= first.AddDays(7 * schedule.EveryDays + 1); day = day.AddDays(1))
        {
            if (!schedule.IsOn(day))
                continue;

            // By instant: in the hour after a gap a skipped time comes later than one on the clock.
            var due = schedule.Times.Select(time => Of(day.ToDateTime(time), rules, quiet)).Where(due => due.At > instant).MinBy(due => due.At);
            if (due is not null)
                return due;
        }

        return null;
    }

    /// <summary>A slot with its instant in another zone or with other quiet hours: it stays the same slot, and is had once.</summary>
    /// <param name="slot">As in <see cref="Due.Slot"/>; anything else throws <see cref="FormatException"/>.</param>
    /// <param name="zone">IANA name; one that does not exist throws <see cref="ArgumentException"/>.</param>
    /// <param name="quiet">A slot within these hours is due at their end.</param>
    public static Due At(string slot, string zone, QuietHours? quiet) => Of(ToLocal(slot), RulesOf(zone), quiet);

    /// <summary>Whether the schedule has this slot.</summary>
    public static bool Has(Schedule schedule, string slot)
    {
        var local = ToLocal(slot);
        return schedule.Times.Contains(TimeOnly.FromDateTime(local)) && schedule.IsOn(DateOnly.FromDateTime(local));
    }

    private static Due Of(DateTime local, DateTimeZone rules, QuietHours? quiet)
    {
        var (day, time) = AfterQuiet(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), quiet);
        return new Due(local.ToString(Format, CultureInfo.InvariantCulture), Zones.ToInstant(day, time, rules));
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
