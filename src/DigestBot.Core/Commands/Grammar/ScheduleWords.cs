using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands.Grammar;

/// <summary>Says a schedule in words, such as <c>Sen–Jum pukul 07:00 dan 18:00</c>, which <see cref="ScheduleText"/> reads back.</summary>
internal static class ScheduleWords
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The schedule in a language.</summary>
    public static string Of(Schedule schedule, Words words)
    {
        if (schedule.IsOff)
            return words["Schedule_Off"];

        var days = schedule.Days == DaySet.All ? null : Days(schedule.Days, words);
        var when = schedule.EveryDays == 1
            ? days ?? words["Schedule_EveryDay"]
            : words.Format("Schedule_EveryDays", schedule.EveryDays) + (days is null ? "" : $" ({days})");
        var times = schedule.Times.Select(Dates.Time).ToArray();
        var list = times.Length == 1 ? times[0] : string.Join(", ", times[..^1]) + words["And"] + times[^1];
        return words.Format("Schedule_At", when, list);
    }

    /// <summary>Runs of three days and more are a range; weeks begin on Monday.</summary>
    private static string Days(DaySet set, Words words)
    {
        var parts = new List<string>();
        for (var day = 0; day < Week.Length; day++)
        {
            if (!Has(day))
                continue;

            var last = day;
            while (last + 1 < Week.Length && Has(last + 1))
                last++;
            if (last - day < 2)
                last = day;
            parts.Add(words.Dates.WeekdayShort(Week[day]) + (last == day ? "" : "–" + words.Dates.WeekdayShort(Week[last])));
            day = last;
        }

        return string.Join(", ", parts);

        bool Has(int day) => (set & (DaySet)(1 << (int)Week[day])) != 0;
    }
}
