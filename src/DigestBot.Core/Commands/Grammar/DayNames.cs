using System.Numerics;
using DigestBot.Subscriptions;

namespace DigestBot.Commands.Grammar;

/// <summary>Days of the week as people type them, in Indonesian and English, short and long.</summary>
internal static class DayNames
{
    private static readonly Dictionary<string, DaySet> Names = new (DaySet Day, string Names)[]
    {
        (DaySet.Sunday, "min minggu ahad sun sunday"),
        (DaySet.Monday, "sen senin mon monday"),
        (DaySet.Tuesday, "sel selasa tue tues tuesday"),
        (DaySet.Wednesday, "rab rabu wed weds wednesday"),
        (DaySet.Thursday, "kam kamis thu thur thurs thursday"),
        (DaySet.Friday, "jum jumat fri friday"),
        (DaySet.Saturday, "sab sabtu sat saturday"),
    }.SelectMany(day => day.Names.Split(' '), (day, name) => (name, day.Day)).ToDictionary(pair => pair.name, pair => pair.Day);

    private const DaySet Weekdays = DaySet.Monday | DaySet.Tuesday | DaySet.Wednesday | DaySet.Thursday | DaySet.Friday;
    private const DaySet Weekend = DaySet.Saturday | DaySet.Sunday;

    /// <summary>One day by its name in lower case; none where it is not one.</summary>
    public static DaySet Find(string name) => Names.GetValueOrDefault(name);

    /// <summary>Working days or the weekend, said in one word or two, and how many words it took.</summary>
    public static (DaySet Days, int Words) FindGroup(string first, string second) => (first, second) switch
    {
        ("hari", "kerja") => (Weekdays, 2),
        ("akhir", "pekan") => (Weekend, 2),
        ("weekday" or "weekdays", _) => (Weekdays, 1),
        ("weekend" or "weekends", _) => (Weekend, 1),
        _ => (DaySet.None, 0),
    };

    /// <summary>From one day to another, over the end of the week where it lies between.</summary>
    public static DaySet Range(DaySet first, DaySet last)
    {
        var days = DaySet.None;
        for (int day = BitOperations.Log2((uint)first), end = BitOperations.Log2((uint)last); ; day = (day + 1) % 7)
        {
            days |= (DaySet)(1 << day);
            if (day == end)
                return days;
        }
    }
}
