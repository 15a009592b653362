using System.Collections.Concurrent;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Scheduling;

/// <summary>A ledger in which nothing is ever due; it notes when it was asked.</summary>
internal sealed class NoLedger(TimeProvider time) : IDeliveryLedger
{
    public Exception? Failure { get; set; }

    public ConcurrentQueue<DateTimeOffset> Ticks { get; } = new();

    /// <summary>Before when it was told to forget, each time that it was.</summary>
    public ConcurrentQueue<DateTimeOffset> Pruned { get; } = new();

    public Task<IReadOnlyList<string>> PlatformsAsync(CancellationToken cancellationToken) => Task.FromResult(Tick());

    public IAsyncEnumerable<DueGroup> FindDueAsync(string platform, DateTimeOffset now, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<DueGroup>();

    private IReadOnlyList<string> Tick()
    {
        Ticks.Enqueue(time.GetUtcNow());
        return Failure is null ? [] : throw Failure;
    }

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        Pruned.Enqueue(before);
        return Task.FromResult(0);
    }

    public Task<int> PostAsync(DuePost post, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken) => Task.FromResult(0);

    public Task<bool> SettleDueAsync(DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> EnqueueAsync(
        string request, ChatId chat, Lane lane, IReadOnlyList<string> parts, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    public Task<bool> IsEnqueuedAsync(string request, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> HoldPlatformAsync(string platform, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public Task<IReadOnlyList<LeasedDelivery>> LeaseAsync(
        string platform, Lane lane, string owner, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LeasedDelivery>>([]);

    public Task<IReadOnlyList<LeasedDelivery>> BeginSendingAsync(
        IReadOnlyList<LeasedDelivery> deliveries, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LeasedDelivery>>([]);

    public Task CompleteAsync(IReadOnlyList<Completion> completions, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task ReleaseAsync(string platform, string owner, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<int> TakeBackAsync(string platform, string owner, CancellationToken cancellationToken) =>
        Task.FromResult(0);

    public Task<int> RecoverAsync(string platform, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        Task.FromResult(0);

    public Task<int> SetBackAsync(string platform, TimeSpan by, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        Task.FromResult(0);

    public Task<LedgerStatus> StatusAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(new LedgerStatus());
}

/// <summary>Remembers no edition.</summary>
internal sealed class NoEditions : IEditionStore
{
    public Task<IReadOnlyList<Edition>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Edition>>([]);

    public Task<IReadOnlyList<Edition>> RecordAsync(IReadOnlyList<Article> articles, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Edition>>([]);

    public Task<int> PruneAsync(DateTimeOffset followedBefore, CancellationToken cancellationToken) => Task.FromResult(0);
}
