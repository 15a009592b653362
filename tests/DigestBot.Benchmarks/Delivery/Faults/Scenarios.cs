namespace DigestBot.Benchmarks.Delivery.Faults;

/// <summary>All of them, as they are listed and run.</summary>
internal static class Scenarios
{
    public static IReadOnlyList<Scenario> All { get; } = [Kills.AtPoints, Kills.AtRandom, Kills.LongDown];
}
