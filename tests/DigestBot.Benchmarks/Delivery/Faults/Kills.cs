using DigestBot.Benchmarks.Delivery.Trials;
using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Faults;

/// <summary>Processes that die, at a named point of the send path or whenever.</summary>
internal static class Kills
{
    /// <summary>The points of the send path at which the bot can be made to die, in their order.</summary>
    public static readonly string[] Points =
    [
        "AfterClaim", "BeforeSendingCommit", "AfterSendingCommit", "BeforeSend", "AfterAnswer", "BeforeCompleteCommit", "AfterCompleteCommit",
    ];

    /// <summary>Longer than a lease; short enough for Discord to tell a second send of what was on its way.</summary>
    private static readonly TimeSpan Downtime = TimeSpan.FromSeconds(70);

    /// <summary>Dies at one point, comes back, and dies at another; the seed says at which and how far in.</summary>
    public static Scenario AtPoints { get; } = new(
        "kill-points", "kill -9 at two of the seven named points of the send path", Sized, async trial =>
        {
            var first = trial.Plan.Seed;
            var second = first + 1 + trial.Random.Next(Points.Length - 1);
            await DieAsync(trial, Points[first % Points.Length]);
            await DieAsync(trial, Points[second % Points.Length]);
            await FinishAsync(trial);
        });

    /// <summary>Dies whenever, three times, with some answers lost besides.</summary>
    public static Scenario AtRandom { get; } = new(
        "kill-random", "kill -9 at three random moments while 3 % of the answers are lost", Sized, async trial =>
        {
            trial.Notes.MayBeUnknown = !trial.Plan.IsTelegram;
            await trial.Simulator.SetFaultsAsync(Fault.Cut(accepts: true) with { Method = SendOf(trial.Plan), Share = 0.03 });
            for (var kill = 0; kill < 3; kill++)
            {
                var since = await trial.Simulator.CountAsync();
                var bot = trial.StartBot();
                await trial.RequestsAsync(since, trial.Random.Next(1, trial.Plan.Chats));
                await trial.KillAsync(bot);
                await trial.PassAsync(Downtime);
            }

            await FinishAsync(trial);
        });

    /// <summary>Stays down for longer than Discord tells a copy: what was on its way may not be sent again there.</summary>
    public static Scenario LongDown { get; } = new(
        "kill-long", "kill -9 after an answer, and a quarter of an hour without the bot", Sized, async trial =>
        {
            await DieAsync(trial, "AfterAnswer", TimeSpan.FromMinutes(15));
            await FinishAsync(trial);
        });

    /// <summary>What the platform calls the sending of a message.</summary>
    public static string SendOf(TrialPlan plan) => plan.IsTelegram ? "sendMessage" : "createMessage";

    /// <summary>By seed a small broadcast at thirty a second, or a larger one at a thousand.</summary>
    public static TrialPlan Sized(TrialPlan plan) =>
        plan.IsTelegram && plan.Seed % 2 == 0 ? plan with { IsPaid = true, Chats = 250 } : plan with { Chats = 40 };

    /// <summary>Starts the bot for good and lets it send the rest.</summary>
    public static async Task FinishAsync(Trial trial)
    {
        trial.StartBot();
        await trial.DrainAsync();
    }

    private static Task DieAsync(Trial trial, string point) => DieAsync(trial, point, Downtime);

    private static async Task DieAsync(Trial trial, string point, TimeSpan downtime)
    {
        // What was on its way twice, or for too long, is past the time in which Discord tells a copy.
        trial.Notes.MayBeUnknown = !trial.Plan.IsTelegram;
        var passes = point == "AfterClaim" ? 1 + trial.Random.Next(2) : 1 + trial.Random.Next(30);
        var bot = trial.StartBot($"{point}:{passes}");
        if (await trial.DiedAsync(bot))
            await trial.PassAsync(downtime);
        else
            await trial.StopAsync(bot, mayDie: true);
    }
}
