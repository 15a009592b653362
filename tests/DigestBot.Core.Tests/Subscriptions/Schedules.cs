using CsCheck;

namespace DigestBot.Subscriptions;

/// <summary>Schedules of every kind, for properties that hold for all of them.</summary>
internal static class Schedules
{
    private static readonly Gen<TimeOnly> Time = Gen.Int[0, 24 * 60 - 1].Select(minutes => TimeOnly.MinValue.AddMinutes(minutes));

    private static readonly Gen<DateOnly> Day = Gen.Int[-1000, 1000].Select(days => new DateOnly(2026, 11, 24).AddDays(days));

    /// <summary>Any schedule but the one that is off.</summary>
    public static Gen<Schedule> Any { get; } =
        Gen.Select(Time.Array[1, Schedule.MostTimes], Gen.Int[1, 127], Gen.Frequency((2, Gen.Const(1)), (1, Gen.Int[2, 366])), Day)
            .Select((times, days, every, anchor) => Schedule.TryCreate(times, (DaySet)days, every, anchor))
            .Where(schedule => schedule is not null)
            .Select(schedule => schedule!);
}
