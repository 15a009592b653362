using DigestBot.Benchmarks.Delivery.Faults;
using DigestBot.Benchmarks.Delivery.Trials;
using DigestBot.PlantedFaults;

namespace DigestBot.Delivery;

/// <summary>The harness must be able to fail: the real program is acquitted, and caught with a fault planted in it.</summary>
public sealed class PlantedFaultTests
{
    [Fact]
    public Task A_program_that_marks_before_it_sends_loses_what_it_dies_over() => CaughtAsync(
        Planted.DiesBeforeTheSend, Plants.MarksBeforeSending, "is on record as sent, and the platform never took it");

    [Fact]
    public Task A_program_that_retries_under_the_ledger_makes_requests_that_no_record_has() => CaughtAsync(
        Planted.LosesAnAnswer, Plants.RetriesUnderTheLedger, "has 1 attempts on record and 2 requests were made");

    [Fact]
    public Task A_program_without_a_fence_sends_once_more_what_another_has_sent() => CaughtAsync(
        Planted.WakesUpTooLate, Plants.CompletesWithoutFence, "arrived 3 times, and 1 answers were lost");

    private static async Task CaughtAsync(Scenario scenario, string fault, string complaint)
    {
        var (asItIs, broken) = (RunAsync(scenario, ""), RunAsync(scenario, fault));
        await Task.WhenAll(asItIs, broken);

        Assert.Empty((await asItIs).Complaints);
        Assert.Contains((await broken).Complaints, said => said.Contains(complaint, StringComparison.Ordinal));
    }

    private static async Task<TrialResult> RunAsync(Scenario scenario, string fault)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"digestbot-trial-{Guid.NewGuid():N}");
        try
        {
            return await FaultTrials.RunAsync(scenario, new TrialPlan(TrialPlan.Telegram, StoreKind.Sqlite, 1) { Plants = fault }, folder);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }
}
