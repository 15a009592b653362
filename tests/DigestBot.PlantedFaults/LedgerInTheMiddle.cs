using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.PlantedFaults;

/// <summary>The program's own ledger behind a piece that may change what passes through it.</summary>
internal abstract class LedgerInTheMiddle(IDeliveryLedger own) : IDeliveryLedger
{
    protected IDeliveryLedger Own { get; } = own;

    public Task<IReadOnlyList<string>> PlatformsAsync(CancellationToken cancellationToken) => Own.PlatformsAsync(cancellationToken);

    public IAsyncEnumerable<DueGroup> FindDueAsync(string platform, DateTimeOffset now, CancellationToken cancellationToken) =>
        Own.FindDueAsync(platform, now, cancellationToken);

    public Task<int> PostAsync(DuePost post, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken) =>
        Own.PostAsync(post, now, enqueued, cancellationToken);

    public Task<bool> SettleDueAsync(DateTimeOffset now, CancellationToken cancellationToken) => Own.SettleDueAsync(now, cancellationToken);

    public Task<bool> EnqueueAsync(
        string request, ChatId chat, Lane lane, IReadOnlyList<string> parts, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        Own.EnqueueAsync(request, chat, lane, parts, now, expiresAt, cancellationToken);

    public Task<bool> IsEnqueuedAsync(string request, CancellationToken cancellationToken) => Own.IsEnqueuedAsync(request, cancellationToken);

    public Task<bool> HoldPlatformAsync(string platform, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        Own.HoldPlatformAsync(platform, owner, now, until, cancellationToken);

    public Task<IReadOnlyList<LeasedDelivery>> LeaseAsync(
        string platform, Lane lane, string owner, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        Own.LeaseAsync(platform, lane, owner, most, now, until, cancellationToken);

    public virtual Task<IReadOnlyList<LeasedDelivery>> BeginSendingAsync(
        IReadOnlyList<LeasedDelivery> deliveries, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        Own.BeginSendingAsync(deliveries, owner, now, cancellationToken);

    public virtual Task CompleteAsync(IReadOnlyList<Completion> completions, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        Own.CompleteAsync(completions, owner, now, cancellationToken);

    public Task ReleaseAsync(string platform, string owner, CancellationToken cancellationToken) => Own.ReleaseAsync(platform, owner, cancellationToken);

    public Task<int> TakeBackAsync(string platform, string owner, CancellationToken cancellationToken) => Own.TakeBackAsync(platform, owner, cancellationToken);

    public Task<int> RecoverAsync(string platform, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        Own.RecoverAsync(platform, now, resendWithin, cancellationToken);

    public Task<int> SetBackAsync(string platform, TimeSpan by, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        Own.SetBackAsync(platform, by, now, resendWithin, cancellationToken);

    public Task<LedgerStatus> StatusAsync(DateTimeOffset now, CancellationToken cancellationToken) => Own.StatusAsync(now, cancellationToken);

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => Own.PruneAsync(before, cancellationToken);
}
