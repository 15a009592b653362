using DigestBot.Benchmarks.Delivery.Judging;
using DigestBot.Benchmarks.Delivery.Trials;
using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Faults;

/// <summary>
/// Small broadcasts on which the bot keeps its promise and a bot with one fault planted in it can't: they tell whether the
/// harness sees the fault.
/// </summary>
internal static class Planted
{
    private static readonly TimeSpan LongerThanALease = TimeSpan.FromSeconds(70);

    /// <summary>Dies with sends on record as leaving, before any has left.</summary>
    public static Scenario DiesBeforeTheSend { get; } = new(
        "dies-before-the-send", "kill -9 between the record of a send and the send", Small, async trial =>
        {
            await trial.DiedAsync(trial.StartBot("AfterSendingCommit"));
            await trial.PassAsync(LongerThanALease);
            await Kills.FinishAsync(trial);
        });

    /// <summary>One answer is lost.</summary>
    public static Scenario LosesAnAnswer { get; } = new(
        "loses-an-answer", "the first answer is cut off", Small, async trial =>
        {
            await trial.Simulator.SetFaultsAsync(Fault.Cut(accepts: true) with { Method = "sendMessage", Times = 1 });
            await Kills.FinishAsync(trial);
        });

    /// <summary>Sleeps in the middle of a send past its lease, while another instance sends that again; then it wakes up.</summary>
    public static Scenario WakesUpTooLate { get; } = new(
        "wakes-up-too-late", "SIGSTOP in a send, until another instance has sent it again", plan => Small(plan) with { Chats = 1 }, async trial =>
        {
            await trial.Simulator.SetFaultsAsync(Fault.Hang(accepts: true) with { Method = "sendMessage", Times = 1 });
            var sleeper = trial.StartBot();
            while (!EvidenceReader.ReadLedger(trial.Simulator.LedgerFile).Any(entry => entry.Fault == "hang"))
                await Task.Delay(20);
            await Stops.PutToSleepAsync(trial, sleeper);
            await trial.PassAsync(LongerThanALease);
            await Kills.FinishAsync(trial);
            await sleeper.SignalAsync("CONT");
            await sleeper.SaysAsync("no answer came");
            // What it knows is on record once it has stopped.
            await trial.StopAsync(sleeper);
            await trial.DrainAsync();
        });

    private static TrialPlan Small(TrialPlan plan) => plan with { Chats = 3, JudgesRates = false };
}
