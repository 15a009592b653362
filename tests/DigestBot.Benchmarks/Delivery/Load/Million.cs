using System.Diagnostics;
using DigestBot.Benchmarks.Delivery.Trials;
using DigestBot.Delivery;
using DigestBot.Subscriptions;

namespace DigestBot.Benchmarks.Delivery.Load;

/// <summary>A million subscriptions: how soon the program is ready, and how fast those of one minute are enqueued.</summary>
internal static class Million
{
    private const int Subscriptions = 1_000_000;
    private const int DueAtOnce = 200_000;

    public static async Task<IReadOnlyList<LoadLine>> RunAsync(string name, StoreKind store)
    {
        await using var bed = await LoadBed.SetUpAsync(store, (TrialPlan.Telegram, ["--open-chats"]));
        var now = TimeProvider.System.GetUtcNow();
        var first = Broadcast.FirstChat(TrialPlan.Telegram);
        await bed.Store.SubscribeAsync(TrialPlan.Telegram, first, DueAtOnce, TrialContent.Topic, now.AddHours(1));
        await bed.Store.SubscribeAsync(TrialPlan.Telegram, first + DueAtOnce, Subscriptions - DueAtOnce, TrialContent.Topic, now.AddHours(2));

        var begun = Stopwatch.GetTimestamp();
        var bot = bed.StartBot();
        await bot.SaysAsync("Application started");
        await bot.SaysAsync("This instance sends on telegram");
        var ready = Stopwatch.GetElapsedTime(begun);
        var (peak, _) = bot.Use();
        await bot.StopAsync();

        var perSecond = DueAtOnce / (await EnqueueAsync(bed.Store, now.AddHours(1))).TotalSeconds;
        var where = AtTheLimit.Text(store);
        return
        [
            LoadLine.AtMost(name, where, "from the start until it sends", ready.TotalSeconds, 5, "s"),
            LoadLine.AtLeast(name, where, $"due rows enqueued, {DueAtOnce / 1000}k at one minute", perSecond, 100_000, "/s"),
            LoadLine.AtMost(name, where, "the bot's peak memory", peak / 1048576.0, 250, "MB"),
        ];
    }

    /// <summary>By the bot's own ledger, in this process: finding what is due and enqueuing it.</summary>
    private static Task<TimeSpan> EnqueueAsync(TrialStore store, DateTimeOffset due) => store.WithLedgerAsync(async ledger =>
    {
        var begun = Stopwatch.GetTimestamp();
        await foreach (var group in ledger.FindDueAsync(TrialPlan.Telegram, due, CancellationToken.None))
        {
            var next = Slots.After(due, group.Schedule, group.Zone, group.Quiet);
            var post = new DuePost(group, ["{\"text\":\"satu\"}"], 1, null, next, due.AddDays(1));
            await ledger.PostAsync(post, due, _ => { }, CancellationToken.None);
        }

        return Stopwatch.GetElapsedTime(begun);
    });
}
