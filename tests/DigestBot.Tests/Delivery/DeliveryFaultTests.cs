using DigestBot.Benchmarks.Delivery.Faults;
using DigestBot.Benchmarks.Delivery.Judging;
using DigestBot.Benchmarks.Delivery.Trials;
using DigestBot.Simulators;

namespace DigestBot.Delivery;

/// <summary>
/// The short form of <c>delivery-faults</c>: the real program dies at named points of its send path, and the oracle judges
/// what came of it. Limits are not judged here, for a test may not depend on how busy the machine is.
/// </summary>
public sealed class DeliveryFaultTests
{
    private static readonly Dictionary<string, string> Hasty = new() { ["Delivery__Limits__telegram__ChatInterval"] = "00:00:00.05" };

    [Fact]
    public async Task A_stop_that_waits_for_a_send_longer_than_a_few_seconds_ends_well()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"digestbot-trial-{Guid.NewGuid():N}");
        try
        {
            var plan = new TrialPlan(TrialPlan.Telegram, StoreKind.Sqlite, 1)
            {
                Chats = 3,
                JudgesRates = false,
                Settings = new Dictionary<string, string> { ["Delivery__DrainTimeout"] = "00:00:04" },
            };
            await using var trial = await Trial.SetUpAsync(plan, folder);
            await trial.Simulator.SetFaultsAsync(Fault.Hang(accepts: true) with { Method = "sendMessage", Times = 1 });
            var bot = trial.StartBot();
            while (!EvidenceReader.ReadLedger(trial.Simulator.LedgerFile).Any(entry => entry.Fault == "hang"))
                await Task.Delay(50, TestContext.Current.CancellationToken);

            await trial.StopAsync(bot);

            Assert.Empty((await trial.CollectAsync()).Mishaps);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(TrialPlan.Telegram, "Sqlite", 2)]
    [InlineData(TrialPlan.Telegram, "Sqlite", 4)]
    [InlineData(TrialPlan.Discord, "Sqlite", 3)]
    [InlineData(TrialPlan.Telegram, "PostgreSql", 6)]
    [InlineData(TrialPlan.Discord, "PostgreSql", 5)]
    public async Task A_program_that_dies_twice_in_one_broadcast_loses_nothing_and_copies_only_what_was_on_its_way(string platform, string store, int seed)
    {
        var kind = Enum.Parse<StoreKind>(store);
        Assert.SkipWhen(
            kind == StoreKind.PostgreSql && PostgreSqlTrialStore.Server is null, $"no PostgreSQL server: {PostgreSqlTrialStore.Variable} is not set");
        var folder = Path.Combine(Path.GetTempPath(), $"digestbot-trial-{Guid.NewGuid():N}");
        try
        {
            var result = await FaultTrials.RunAsync(Kills.AtPoints, new TrialPlan(platform, kind, seed) { JudgesRates = false, Settings = Hasty }, folder);

            Assert.True(result.Passed, string.Join('\n', result.Complaints));
            Assert.True(result.Messages > 0, "the platform got nothing");
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }
}
