using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Support;

/// <summary>A ledger that only tells how it stands.</summary>
internal sealed class ToldLedger(LedgerStatus status) : IDeliveryLedger
{
    public Task<int> SetBackAsync(string platform, TimeSpan by, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<LedgerStatus> StatusAsync(DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(status);

    public Task<IReadOnlyList<string>> PlatformsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<DueGroup> FindDueAsync(string platform, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> PostAsync(DuePost post, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> SettleDueAsync(DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> EnqueueAsync(
        string request, ChatId chat, Lane lane, IReadOnlyList<string> parts, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> IsEnqueuedAsync(string request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> HoldPlatformAsync(string platform, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<LeasedDelivery>> LeaseAsync(
        string platform, Lane lane, string owner, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<LeasedDelivery>> BeginSendingAsync(
        IReadOnlyList<LeasedDelivery> deliveries, string owner, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task CompleteAsync(IReadOnlyList<Completion> completions, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task ReleaseAsync(string platform, string owner, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> TakeBackAsync(string platform, string owner, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> RecoverAsync(string platform, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException();
}
