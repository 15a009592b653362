using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>The ledger in the database: the queue, the lease desk, the outcomes and the records, each in a class of its own.</summary>
internal sealed class DeliveryLedger(Database database) : IDeliveryLedger
{
    private readonly DeliveryQueue queue = new(database);
    private readonly LeaseDesk desk = new(database);
    private readonly OutcomeBook outcomes = new(database);
    private readonly LedgerRecords records = new(database);

    public Task<IReadOnlyList<DueGroup>> FindDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        queue.FindDueAsync(now, cancellationToken);

    public Task<int> PostAsync(DuePost post, DateTimeOffset now, CancellationToken cancellationToken) =>
        queue.PostAsync(post, now, cancellationToken);

    public Task<bool> EnqueueAsync(
        string request, ChatId chat, Lane lane, IReadOnlyList<string> parts, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        queue.EnqueueAsync(request, chat, lane, parts, now, expiresAt, cancellationToken);

    public Task<bool> HoldPlatformAsync(string platform, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        desk.HoldPlatformAsync(platform, owner, now, until, cancellationToken);

    public Task<IReadOnlyList<LeasedDelivery>> LeaseAsync(
        string platform, Lane lane, string owner, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        desk.LeaseAsync(platform, lane, owner, most, now, until, cancellationToken);

    public Task<IReadOnlyList<LeasedDelivery>> BeginSendingAsync(
        IReadOnlyList<LeasedDelivery> deliveries, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        desk.BeginSendingAsync(deliveries, owner, now, cancellationToken);

    public Task CompleteAsync(IReadOnlyList<Completion> completions, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        outcomes.CompleteAsync(completions, owner, now, cancellationToken);

    public Task ReleaseAsync(string platform, string owner, CancellationToken cancellationToken) =>
        desk.ReleaseAsync(platform, owner, cancellationToken);

    public Task<int> RecoverAsync(string platform, DateTimeOffset now, DateTimeOffset? resendFrom, CancellationToken cancellationToken) =>
        desk.RecoverAsync(platform, now, resendFrom, cancellationToken);

    public Task<DateTimeOffset?> NextAsync(string platform, CancellationToken cancellationToken) =>
        desk.NextAsync(platform, cancellationToken);

    public Task<LedgerStatus> StatusAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        records.StatusAsync(now, cancellationToken);

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        records.PruneAsync(before, cancellationToken);
}
