using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Benchmarks.Delivery.Trials;
using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Faults;

/// <summary>Platforms that are not well, and chats that are not there.</summary>
internal static class Troubles
{
    /// <summary>Answers are lost or spoilt, before and after the platform took the message.</summary>
    public static Scenario LostAnswers { get; } = new(
        "answers", "connections cut before and after acceptance, 500, 502 and answers that are no JSON", plan => plan with { Chats = 80 }, async trial =>
        {
            var method = Kills.SendOf(trial.Plan);
            await trial.Simulator.SetFaultsAsync(
                Fault.Cut(accepts: true) with { Method = method, Share = 0.04 },
                Fault.Cut(accepts: false) with { Method = method, Share = 0.04 },
                Fault.Answer(502) with { Method = method, Share = 0.03, Accepts = true },
                Fault.Answer(500) with { Method = method, Share = 0.03 },
                Fault.NotJson(502, "<html>Bad Gateway</html>") with { Method = method, Share = 0.03 });
            await Kills.FinishAsync(trial);
        });

    /// <summary>A few chats are told to wait, then everything is, twice.</summary>
    public static Scenario Floods { get; } = new(
        "floods", "429 for single chats, then for everything, twice", plan => plan with { Chats = 150, IsPaid = false }, async trial =>
        {
            var method = Kills.SendOf(trial.Plan);
            var chats = Enumerable.Range(0, 5).Select(_ => Text(trial.Plan.FirstChat + trial.Random.Next(trial.Plan.Chats))).Distinct();
            await trial.Simulator.SetFaultsAsync(
            [
                .. chats.Select(chat => Fault.TooMany(3) with { Method = method, Chat = chat, Times = 1, Scope = "user" }),
                Fault.TooMany(4) with { Name = "storm", Method = method, Scope = "global", After = 30, Seconds = 3.5 },
                Fault.TooMany(2) with { Name = "storm", Method = method, Scope = "global", After = 80, Seconds = 1.5 },
            ]);
            await Kills.FinishAsync(trial);
        });

    /// <summary>Half a minute without the platform: nobody answers errors, nobody listens, nobody keeps a connection.</summary>
    public static Scenario Outage { get; } = new(
        "outage", "the platform down for 30 s: ten of 502, ten of refused connections, ten of connections cut", plan => plan with { Chats = 200 }, async trial =>
        {
            var ten = TimeSpan.FromSeconds(10);
            var line = trial.OverLine();
            var since = await trial.Simulator.CountAsync();
            trial.StartBot();
            await trial.RequestsAsync(since, 30);
            await trial.Simulator.SetFaultsAsync(Fault.Answer(502));
            await Task.Delay(ten);
            line.Close();
            await Task.Delay(ten);
            await trial.Simulator.SetFaultsAsync(Fault.Cut(accepts: false));
            line.Open();
            await Task.Delay(ten);
            await trial.Simulator.SetFaultsAsync();
            await trial.DrainAsync();
        })
    { IsLong = true };

    /// <summary>Readers who blocked the bot, chats that are gone, and groups that became supergroups.</summary>
    public static Scenario DeadChats { get; } = new(
        "dead-chats", "of 200 chats 1 % blocked the bot, 0.5 % are not found, 0.5 % became a supergroup", plan => plan with { Chats = 200 }, async trial =>
        {
            var (plan, method) = (trial.Plan, Kills.SendOf(trial.Plan));
            long[] blocked = [plan.FirstChat + 20, plan.FirstChat + 90];
            var gone = plan.FirstChat + 150;
            await trial.Simulator.SetFaultsAsync(
            [
                .. blocked.Select(chat => (plan.IsTelegram
                    ? Fault.Answer(403, "Forbidden: bot was blocked by the user")
                    : Fault.Answer(403) with { Code = 50001 }) with { Method = method, Chat = Text(chat) }),
                (plan.IsTelegram ? Fault.Answer(400, "Bad Request: chat not found") : Fault.Answer(404) with { Code = 10003 }) with { Method = method, Chat = Text(gone) },
            ]);
            trial.Notes.Lost.UnionWith([.. blocked.Select(Text), Text(gone)]);
            if (plan.IsTelegram)
                await UpgradeAsync(trial);
            await Kills.FinishAsync(trial);
        });

    private static async Task UpgradeAsync(Trial trial)
    {
        var owner = (await trial.Simulator.PostAsync("users", new JsonObject()))["user"]!.GetValue<long>();
        var group = (await trial.Simulator.PostAsync("chats", new JsonObject { ["user"] = owner, ["type"] = "group" }))["chat"]!.GetValue<long>();
        var order = new JsonObject { ["chat"] = group, ["user"] = owner, ["announce"] = false };
        var supergroup = (await trial.Simulator.PostAsync("upgrade", order))["chat"]!.GetValue<long>();
        trial.Notes.Moved.Add(Text(group), Text(supergroup));
        await trial.SubscribeAsync(group);
    }

    private static string Text(long chat) => chat.ToString(CultureInfo.InvariantCulture);
}
