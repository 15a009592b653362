namespace DigestBot.Subscriptions;

/// <summary>Works out when a schedule is due. Pure.</summary>
public static class Slots
{
    /// <summary>The longest way ahead that a slot is looked for: a year and a day.</summary>
    private const int FarthestDay = 367;

    /// <summary>The first slot whose instant lies after <paramref name="instant"/>; null where the schedule has none.</summary>
    /// <param name="instant">Usually now.</param>
    /// <param name="schedule">Local times and days.</param>
    /// <param name="zone">IANA name; one that does not exist throws <see cref="ArgumentException"/>.</param>
    /// <param name="quiet">A slot within these hours is due at their end.</param>
    public static Due? After(DateTimeOffset instant, Schedule schedule, string zone, QuietHours? quiet)
    {
        var rules = Zones.Find(zone) ?? throw new ArgumentException($"no such time zone: {zone}", nameof(zone));
        // From the day before: a slot held back by quiet hours may be due a day after its own date.
        var today = DateOnly.FromDateTime(Zones.ToLocal(instant, rules).DateTime);
        for (var ahead = -1; ahead <= FarthestDay; ahead++)
        {
            var day = today.AddDays(ahead);
            if (!schedule.IsOn(day))
                continue;

            foreach (var time in schedule.Times)
            {
                var (dueDay, dueTime) = AfterQuiet(day, time, quiet);
                var at = Zones.ToInstant(dueDay, dueTime, rules);
                if (at > instant)
                    return new Due($"{day:yyyy-MM-dd}T{time:HH\\:mm}", at);
            }
        }

        return null;
    }

    private static (DateOnly Day, TimeOnly Time) AfterQuiet(DateOnly day, TimeOnly time, QuietHours? quiet)
    {
        if (quiet is null || quiet.From == quiet.To)
            return (day, time);

        var spansMidnight = quiet.From > quiet.To;
        var inside = spansMidnight ? time >= quiet.From || time < quiet.To : time >= quiet.From && time < quiet.To;
        return !inside ? (day, time) : spansMidnight && time >= quiet.From ? (day.AddDays(1), quiet.To) : (day, quiet.To);
    }
}
