using DigestBot.Benchmarks.Delivery.Trials;

namespace DigestBot.Benchmarks.Delivery.Faults;

/// <summary>One way to try to break a broadcast.</summary>
/// <param name="Name">On the command line.</param>
/// <param name="What">What is done.</param>
/// <param name="PlanOf">The plan for a platform, a store and a seed.</param>
/// <param name="RunAsync">Does it, on a trial that is set up with the bot not yet started.</param>
internal sealed record Scenario(
    string Name, string What, Func<TrialPlan, TrialPlan> PlanOf, Func<Trial, Task> RunAsync)
{
    /// <summary>Run once a platform and store, not once a seed: it takes a minute or more.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether it makes sense for a platform on a store.</summary>
    public Func<TrialPlan, bool> Fits { get; init; } = _ => true;
}
