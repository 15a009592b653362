namespace DigestBot.Benchmarks.Delivery.Faults;

/// <summary>All of them, as they are listed and run.</summary>
internal static class Scenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        Kills.AtPoints, Kills.AtRandom, Kills.LongDown, Stops.Graceful, Stops.SecondInstance, Stops.Freeze, Troubles.LostAnswers, Troubles.Floods,
        Troubles.Outage, Troubles.DeadChats, Surroundings.ClockSteps, Surroundings.StoreOutage,
    ];
}
