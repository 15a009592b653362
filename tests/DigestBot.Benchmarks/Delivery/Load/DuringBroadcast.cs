using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Benchmarks.Delivery.Trials;
using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Load;

/// <summary>How long people wait for an answer while a broadcast goes on at Telegram's limit.</summary>
internal static class DuringBroadcast
{
    private const int Chats = 30_000;
    private const int Questions = 200;
    private const int WarmUp = 2_000;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    public static async Task<IReadOnlyList<LoadLine>> RunAsync(string name, StoreKind store)
    {
        await using var bed = await LoadBed.SetUpAsync(store, (TrialPlan.Telegram, ["--open-chats", "--limits", "1000,1,20", "--latency", "57,20"]));
        var simulator = bed.Simulator(TrialPlan.Telegram);
        var due = Broadcast.NextMinute();
        await bed.SubscribeAsync(TrialPlan.Telegram, Chats, WarmUp, due);
        bed.StartBot(("Telegram__PaidBroadcast", "true"));
        await bed.TakenAsync(TrialPlan.Telegram, WarmUp + 1_000, TimeSpan.FromMinutes(4));

        var asked = new Dictionary<string, double>();
        for (var i = 0; i < Questions; i++)
        {
            var person = await simulator.PostAsync("users", new JsonObject { ["name"] = "Ani" });
            var order = new JsonObject { ["chat"] = person["chat"]!.DeepClone(), ["user"] = person["user"]!.DeepClone(), ["text"] = "/help" };
            var said = await simulator.PostAsync("say", order);
            asked[person["chat"]!.ToJsonString()] = said["seconds"]!.GetValue<double>();
            await Task.Delay(Between);
        }

        await bed.TakenAsync(TrialPlan.Telegram, WarmUp + Chats + Questions, TimeSpan.FromMinutes(2));
        var ledger = bed.Ledger(TrialPlan.Telegram).Where(entry => entry is { Method: "sendMessage", Verdict: Verdict.Accepted }).ToArray();
        var lastDigest = ledger.Where(entry => !asked.ContainsKey(entry.Chat!)).Max(entry => entry.Seconds);
        var waits = ledger.Where(entry => asked.ContainsKey(entry.Chat!)).DistinctBy(entry => entry.Chat)
            .Where(entry => asked[entry.Chat!] < lastDigest)
            .Select(entry => 1000 * (entry.Seconds - asked[entry.Chat!])).Order().ToArray();
        var where = AtTheLimit.Text(store);
        var median = waits.Length == 0 ? double.NaN : waits[waits.Length / 2];
        return
        [
            LoadLine.AtLeast(name, where, $"answers during {Chats.ToString("#,0", CultureInfo.InvariantCulture)} digests", waits.Length, Questions * 0.9),
            LoadLine.AtMost(name, where, $"an answer's wait, p95 (median {median.ToString("0", CultureInfo.InvariantCulture)} ms)", waits[(int)(waits.Length * 0.95)], 300, "ms"),
        ];
    }
}
