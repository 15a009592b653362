namespace DigestBot.Subscriptions;

/// <summary>Days of the week; the bits follow <see cref="DayOfWeek"/>.</summary>
[Flags]
public enum DaySet
{
    /// <summary>No day.</summary>
    None = 0,

    /// <summary>Minggu.</summary>
    Sunday = 1,

    /// <summary>Senin.</summary>
    Monday = 2,

    /// <summary>Selasa.</summary>
    Tuesday = 4,

    /// <summary>Rabu.</summary>
    Wednesday = 8,

    /// <summary>Kamis.</summary>
    Thursday = 16,

    /// <summary>Jumat.</summary>
    Friday = 32,

    /// <summary>Sabtu.</summary>
    Saturday = 64,

    /// <summary>Every day.</summary>
    All = 127,
}

/// <summary>The written form of a <see cref="DaySet"/>: <c>mon-fri</c>, <c>mon,wed,sat</c>; weeks begin on Monday.</summary>
public static class DaySets
{
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly DaySet[] Days =
        [DaySet.Monday, DaySet.Tuesday, DaySet.Wednesday, DaySet.Thursday, DaySet.Friday, DaySet.Saturday, DaySet.Sunday];

    /// <summary>Runs of three days and more are written as a range.</summary>
    public static string Format(DaySet set)
    {
        var parts = new List<string>();
        for (var day = 0; day < 7; day++)
        {
            if (!set.HasFlag(Days[day]))
                continue;

            var last = day;
            while (last < 6 && set.HasFlag(Days[last + 1]))
                last++;
            if (last - day < 2)
                last = day;
            parts.Add(last == day ? Names[day] : $"{Names[day]}-{Names[last]}");
            day = last;
        }

        return string.Join(',', parts);
    }

    /// <summary>Reads what <see cref="Format"/> wrote; throws <see cref="FormatException"/> on anything else.</summary>
    public static DaySet Parse(string text)
    {
        var set = DaySet.None;
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            var first = Array.IndexOf(Names, ends[0]);
            var last = Array.IndexOf(Names, ends[^1]);
            if (ends.Length > 2 || first < 0 || last < first)
                throw new FormatException($"not days of the week: {text}");

            for (var day = first; day <= last; day++)
                set |= Days[day];
        }

        return set;
    }
}
