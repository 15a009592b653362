using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>The ledger in the database: the queue, the lease desk, the outcomes and the records, each in a class of its own.</summary>
internal sealed class DeliveryLedger(Database database) : IDeliveryLedger
{
    private readonly DeliveryQueue _queue = new(database);
    private readonly LeaseDesk _desk = new(database);
    private readonly OutcomeBook _outcomes = new(database);
    private readonly LedgerRecords _records = new(database);

    public Task<IReadOnlyList<string>> PlatformsAsync(CancellationToken cancellationToken) => _queue.PlatformsAsync(cancellationToken);

    public IAsyncEnumerable<DueGroup> FindDueAsync(string platform, DateTimeOffset now, CancellationToken cancellationToken) =>
        _queue.FindDueAsync(platform, now, cancellationToken);

    public Task<int> PostAsync(DuePost post, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken) =>
        _queue.PostAsync(post, now, enqueued, cancellationToken);

    public Task<bool> SettleDueAsync(DateTimeOffset now, CancellationToken cancellationToken) => _queue.SettleDueAsync(now, cancellationToken);

    public Task<bool> EnqueueAsync(
        string request,
        ChatId chat,
        Lane lane,
        IReadOnlyList<string> parts,
        DateTimeOffset now,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken) =>
        _queue.EnqueueAsync(request, chat, lane, parts, now, expiresAt, cancellationToken);

    public Task<bool> IsEnqueuedAsync(string request, CancellationToken cancellationToken) => _queue.IsEnqueuedAsync(request, cancellationToken);

    public Task<bool> HoldPlatformAsync(
        string platform, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        _desk.HoldPlatformAsync(platform, owner, now, until, cancellationToken);

    public Task<IReadOnlyList<LeasedDelivery>> LeaseAsync(
        string platform, Lane lane, string owner, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        _desk.LeaseAsync(platform, lane, owner, most, now, until, cancellationToken);

    public Task<IReadOnlyList<LeasedDelivery>> BeginSendingAsync(
        IReadOnlyList<LeasedDelivery> deliveries, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        _desk.BeginSendingAsync(deliveries, owner, now, cancellationToken);

    public Task CompleteAsync(IReadOnlyList<Completion> completions, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        _outcomes.CompleteAsync(completions, owner, now, cancellationToken);

    public Task ReleaseAsync(string platform, string owner, CancellationToken cancellationToken) =>
        _desk.ReleaseAsync(platform, owner, cancellationToken);

    public Task<int> TakeBackAsync(string platform, string owner, CancellationToken cancellationToken) =>
        _desk.TakeBackAsync(platform, owner, cancellationToken);

    public Task<int> RecoverAsync(string platform, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        _desk.RecoverAsync(platform, now, resendWithin, cancellationToken);

    public Task<int> SetBackAsync(string platform, TimeSpan by, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        _desk.SetBackAsync(platform, by, now, resendWithin, cancellationToken);

    public Task<LedgerStatus> StatusAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        _records.StatusAsync(now, cancellationToken);

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        _records.PruneAsync(before, cancellationToken);
}
