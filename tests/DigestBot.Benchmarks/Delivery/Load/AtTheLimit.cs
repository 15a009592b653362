using System.Globalization;
using DigestBot.Benchmarks.Delivery.Trials;

namespace DigestBot.Benchmarks.Delivery.Load;

/// <summary>Broadcasts at the platforms' published limits, with a round trip of 57 ms, alone and both at once.</summary>
internal static class AtTheLimit
{
    private const int TelegramPerSecond = 1000;
    private const int DiscordPerSecond = 50;
    private const double MostMegabytes = 250;
    private const int WarmUpSeconds = 4;

    public static async Task<IReadOnlyList<LoadLine>> RunAsync(string name, StoreKind store, int telegramChats, int discordChats)
    {
        var loads = new List<(string Platform, int Chats, int PerSecond, string[] Arguments)>();
        if (telegramChats > 0)
            loads.Add((TrialPlan.Telegram, telegramChats, TelegramPerSecond, ["--open-chats", "--limits", $"{TelegramPerSecond},1,20", "--latency", "57,20"]));
        if (discordChats > 0)
            loads.Add((TrialPlan.Discord, discordChats, DiscordPerSecond, ["--open-channels", "--limits", $"{DiscordPerSecond},5,5", "--latency", "57,20"]));
        await using var bed = await LoadBed.SetUpAsync(store, [.. loads.Select(load => (load.Platform, load.Arguments))]);
        var due = Broadcast.NextMinute();
        foreach (var load in loads)
            await bed.SubscribeAsync(load.Platform, load.Chats, WarmUpSeconds * load.PerSecond, due);
        var bot = bed.StartBot(("Telegram__PaidBroadcast", "true"));
        if (telegramChats == 0)
            await bot.SaysAsync("Application started");

        var lines = new List<LoadLine>();
        foreach (var load in loads.OrderBy(load => load.Chats / load.PerSecond))
        {
            await bed.TakenAsync(
                load.Platform, load.Chats + WarmUpSeconds * load.PerSecond, TimeSpan.FromSeconds(120 + 2.0 * load.Chats / load.PerSecond));
            lines.AddRange(Figures(name, store, new Broadcast(load.Platform, load.Chats, load.PerSecond, due, bed.Ledger(load.Platform))));
        }

        var (peak, processor) = bot.Use();
        lines.Add(LoadLine.AtMost(name, Text(store), "the bot's peak memory", peak / 1048576.0, MostMegabytes, "MB"));
        Console.Error.WriteLine($"{name} on {store}: the bot used {processor.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s of processor time");
        return lines;
    }

    private static IEnumerable<LoadLine> Figures(string name, StoreKind store, Broadcast sent)
    {
        var most = sent.Platform == TrialPlan.Telegram ? 1.02 : 1.03;
        yield return LoadLine.AtLeast(name, Text(store), $"{sent.Platform}: chats that got it", sent.Readers, sent.Chats);
        yield return LoadLine.AtMost(name, Text(store), $"{sent.Platform}: messages", sent.Messages, sent.Chats);
        yield return LoadLine.AtMost(name, Text(store), $"{sent.Platform}: from the minute to the last", sent.Seconds, most * sent.Least, "s");
        yield return LoadLine.AtMost(name, Text(store), $"{sent.Platform}: from the minute to the first", sent.FirstAfter, 1, "s");
        yield return LoadLine.AtLeast(name, Text(store), $"{sent.Platform}: rate from first to last", sent.Rate, 0.98 * sent.PerSecond, "/s");
        yield return LoadLine.AtMost(name, Text(store), $"{sent.Platform}: answers 429", sent.TooMany, 0);
    }

    public static string Text(StoreKind store) => store == StoreKind.Sqlite ? "SQLite" : "PostgreSQL";
}
