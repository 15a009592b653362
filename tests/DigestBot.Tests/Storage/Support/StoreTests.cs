using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Ledger;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Storage.Support;

/// <summary>
/// What every test of the stores stands on. A suite is written once and derived for each provider: both must pass all of it.
/// </summary>
public abstract class StoreTests : IAsyncLifetime
{
    private protected const string Platform = "telegram";

    private protected static readonly DateTimeOffset Seven = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private protected static readonly ChatId Ani = new(Platform, "1001");
    private protected static readonly ChatId Budi = new(Platform, "1002");

    private readonly TestStore store;

    private protected StoreTests(StorageProvider provider) => store = TestStore.Create(provider);

    private protected FakeTimeProvider Clock { get; } = new(Seven);
    private protected Database Database => store.Database;
    private protected ISubscriptionStore Subscriptions => field ??= new SubscriptionStore(Database, Clock);
    private protected IDeliveryLedger Ledger => field ??= new DeliveryLedger(Database);
    private protected DateTimeOffset Now => Clock.GetUtcNow();
    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Database.MigrateAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Database OpenAgain() => store.OpenAgain();

    /// <summary>A subscription that is due at seven, its first slot unless another is named.</summary>
    private protected async Task<Subscription> SubscribeAsync(ChatId chat, string topic = "ekonomi", DateTimeOffset? at = null, long? position = 1)
    {
        var due = new Due("2026-11-24T07:00", at ?? Seven);
        var subscription = new Subscription
        {
            Chat = chat,
            Wants = new Wants { Topic = topic },
            Schedule = Schedule.Default,
            Position = position,
            Next = due,
        };
        return (await Subscriptions.SaveAsync([subscription], Cancellation))[0];
    }

    /// <summary>So many chats with one subscription each, all due at seven.</summary>
    private protected async Task SubscribeManyAsync(int count)
    {
        const string Chats = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count) ";
        var wants = new Wants { Topic = "ekonomi" };
        var values = new
        {
            count,
            Platform,
            zone = Zones.Default,
            target = wants.Target,
            wants = wants.Key,
            schedule = Schedule.Default.ToString(),
            due = Seven.ToUnixTimeMilliseconds(),
        };
        await Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    "INSERT INTO chats (platform, chat, thread, zone, silent, pin, rich) " + Chats +
                    "SELECT @Platform, CAST(i AS text), '', @zone, 0, 0, 0 FROM n",
                    values);
                await session.ExecuteAsync(
                    "INSERT INTO subscriptions (platform, chat, thread, target, wants, schedule, position, next_slot, next_due) " + Chats +
                    "SELECT @Platform, CAST(i AS text), '', @target, @wants, @schedule, 1, '2026-11-24T07:00', @due FROM n",
                    values);
            },
            Cancellation);
    }

    private protected async Task<IReadOnlyList<DueGroup>> FindDueAsync(string platform = Platform) => await Ledger.FindDueAsync(platform, Now, Cancellation).ToListAsync(Cancellation);

    private protected async Task<DueGroup> FindOnlyGroupAsync() => Assert.Single(await FindDueAsync());

    /// <summary>Posts what is due, all groups alike.</summary>
    private protected async Task<int> PostAllAsync(params string[] parts)
    {
        var chats = 0;
        foreach (var group in await FindDueAsync())
            chats += await PostAsync(PostOf(group, parts));
        return chats;
    }

    private protected Task<int> PostAsync(DuePost post) => Ledger.PostAsync(post, Now, _ => { }, Cancellation);

    private protected static DuePost PostOf(DueGroup group, params string[] parts) =>
        new(group, parts, 9, null, new Due("2026-11-25T07:00", Seven.AddDays(1)), Seven.AddHours(20));

    private protected Task<bool> AnswerAsync(string request, ChatId chat, params string[] parts) =>
        Ledger.EnqueueAsync(request, chat, Lane.Answer, parts, Now, Now.AddHours(1), Cancellation);

    private protected Task<bool> AnnounceAsync(string request, ChatId chat, params string[] parts) =>
        Ledger.EnqueueAsync(request, chat, Lane.Broadcast, parts, Now, Now.AddHours(1), Cancellation);

    private protected Task<IReadOnlyList<LeasedDelivery>> LeaseAsync(Lane lane = Lane.Broadcast, string owner = "one", int most = 100) =>
        Ledger.LeaseAsync(Platform, lane, owner, most, Now, Now.AddMinutes(1), Cancellation);

    private protected async Task<LeasedDelivery> LeaseOnlyAsync(Lane lane = Lane.Broadcast, string owner = "one") =>
        Assert.Single(await LeaseAsync(lane, owner));

    private protected Task<IReadOnlyList<LeasedDelivery>> BeginAsync(IReadOnlyList<LeasedDelivery> deliveries, string owner = "one") =>
        Ledger.BeginSendingAsync(deliveries, owner, Now, Cancellation);

    private protected Task CompleteAsync(LeasedDelivery delivery, SendOutcome outcome, DateTimeOffset? notBefore = null, bool holdsChat = false, TimeSpan? resendWithin = null) =>
        Ledger.CompleteAsync([new Completion(delivery, outcome, notBefore, holdsChat, resendWithin)], "one", Now, Cancellation);

    /// <summary>Leases what may go, begins it and ends it as sent; returns the parts in order.</summary>
    private protected async Task<IReadOnlyList<string>> SendAllAsync(Lane lane = Lane.Broadcast)
    {
        var sent = new List<string>();
        while (await LeaseAsync(lane) is { Count: > 0 } leased)
        {
            var begun = await BeginAsync(leased);
            await Ledger.CompleteAsync([.. begun.Select(delivery => new Completion(delivery, new SendOutcome.Sent("m" + delivery.Id)))], "one", Now, Cancellation);
            sent.AddRange(begun.Select(delivery => $"{delivery.Chat} {delivery.Part}"));
        }

        return sent;
    }

    private protected async Task<long> CountAsync(DeliveryState state)
    {
        var status = await Ledger.StatusAsync(Now, Cancellation);
        return status.Counts.Where(count => count.Key.State == state).Sum(count => count.Value);
    }
}
