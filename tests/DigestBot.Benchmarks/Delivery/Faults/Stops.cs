using DigestBot.Benchmarks.Delivery.Trials;

namespace DigestBot.Benchmarks.Delivery.Faults;

/// <summary>Programs that are stopped as an operator stops them, or that sleep.</summary>
internal static class Stops
{
    private const int Restarts = 20;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Deployed again and again in the middle of one broadcast: no copy has an excuse.</summary>
    public static Scenario Graceful { get; } = new(
        "restarts", $"{Restarts} graceful restarts in one broadcast", plan => plan with { Chats = plan.IsTelegram ? 300 : 500 }, async trial =>
        {
            for (var restart = 0; restart < Restarts; restart++)
            {
                var since = await trial.Simulator.CountAsync();
                var bot = trial.StartBot();
                await trial.RequestsAsync(since, trial.Random.Next(1, 20));
                await trial.StopAsync(bot);
            }

            await Kills.FinishAsync(trial);
        })
    { IsLong = true };

    /// <summary>A second instance stands by, and takes over when the first is killed.</summary>
    public static Scenario SecondInstance { get; } = new(
        "second", "a second instance on the same store, then kill -9 of the first", plan => plan with { Chats = 150 }, async trial =>
        {
            trial.Notes.MayBeUnknown = !trial.Plan.IsTelegram;
            var since = await trial.Simulator.CountAsync();
            var first = trial.StartBot();
            await trial.RequestsAsync(since, 20);
            var second = trial.StartBot();
            await second.SaysAsync("stands by");
            await trial.RequestsAsync(await trial.Simulator.CountAsync(), trial.Random.Next(1, 40));
            await trial.KillAsync(first);
            // Its hold on the platform runs out by itself; what it held in leases is waited for in real time.
            await trial.DrainAsync();
        })
    { IsLong = true };

    /// <summary>
    /// Sleeps past its lease while another instance goes on, and wakes up with answers in its hands that are no longer its
    /// to record. In real time: a process that sleeps can't be told that time was moved.
    /// </summary>
    public static Scenario Freeze { get; } = new(
        "freeze", "SIGSTOP for longer than a lease while a second instance goes on, then SIGCONT", Frozen, async trial =>
        {
            trial.Notes.MayBeUnknown = !trial.Plan.IsTelegram;
            var since = await trial.Simulator.CountAsync();
            var sleeper = trial.StartBot();
            await trial.RequestsAsync(since, trial.Random.Next(5, 60));
            await PutToSleepAsync(trial, sleeper);
            await trial.NoteDeathAsync();
            trial.StartBot();
            await Task.Delay(TimeSpan.FromSeconds(45));
            await sleeper.SignalAsync("CONT");
            await trial.DrainAsync();
        })
    { IsLong = true };

    /// <summary>
    /// Stops the bot with SIGSTOP, at a moment at which others can write: where it sleeps in the middle of a
    /// transaction on SQLite nobody else can, and no other instance goes on.
    /// </summary>
    public static async Task PutToSleepAsync(Trial trial, Child bot)
    {
        await bot.SignalAsync("STOP");
        while (!await trial.Store.TakesWritesAsync())
        {
            await bot.SignalAsync("CONT");
            await Task.Delay(Look);
            await bot.SignalAsync("STOP");
        }
    }

    /// <summary>The shortest lease there is: a send may take a second, and half a minute is kept for its record.</summary>
    private static TrialPlan Frozen(TrialPlan plan) => plan with
    {
        Chats = 200,
        Settings = new Dictionary<string, string> { ["Delivery__SendTimeout"] = "00:00:05" },
    };
}
