using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Support;

/// <summary>
/// Stands between one instance and the world. When it dies, no call reaches the ledger or the platform any more and none that
/// is under way comes back: as after a power cut, with the rest of the process there to look at it.
/// </summary>
internal sealed class DyingInstance(IDeliveryLedger ledger, FakePlatform platform) : IDeliveryLedger, IChatPlatform
{
    private volatile bool _isDead;

    public bool IsDead => _isDead;

    public string Name => platform.Name;

    public SendLimits Limits => platform.Limits;

    public void Die() => _isDead = true;

    public bool IsGroup(ChatId chat) => platform.IsGroup(chat);

    public IReadOnlyList<string> Render(Message message) => platform.Render(message);

    public Task<SendOutcome> SendAsync(ChatId chat, string part, string nonce, CancellationToken cancellationToken) =>
        Do(() => platform.SendAsync(chat, part, nonce, CancellationToken.None));

    public Task<IReadOnlyList<string>> PlatformsAsync(CancellationToken cancellationToken) => ledger.PlatformsAsync(cancellationToken);

    public IAsyncEnumerable<DueGroup> FindDueAsync(string platform, DateTimeOffset now, CancellationToken cancellationToken) =>
        ledger.FindDueAsync(platform, now, cancellationToken);

    public Task<int> PostAsync(DuePost post, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken) =>
        Do(() => ledger.PostAsync(post, now, enqueued, cancellationToken));

    public Task<bool> SettleDueAsync(DateTimeOffset now, CancellationToken cancellationToken) => ledger.SettleDueAsync(now, cancellationToken);

    public Task<bool> EnqueueAsync(
        string request, ChatId chat, Lane lane, IReadOnlyList<string> parts, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        Do(() => ledger.EnqueueAsync(request, chat, lane, parts, now, expiresAt, cancellationToken));

    public Task<bool> IsEnqueuedAsync(string request, CancellationToken cancellationToken) => Do(() => ledger.IsEnqueuedAsync(request, cancellationToken));

    public Task<bool> HoldPlatformAsync(string platform, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        Do(() => ledger.HoldPlatformAsync(platform, owner, now, until, cancellationToken));

    public Task<IReadOnlyList<LeasedDelivery>> LeaseAsync(
        string platform, Lane lane, string owner, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        Do(() => ledger.LeaseAsync(platform, lane, owner, most, now, until, cancellationToken));

    public Task<IReadOnlyList<LeasedDelivery>> BeginSendingAsync(
        IReadOnlyList<LeasedDelivery> deliveries, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        Do(() => ledger.BeginSendingAsync(deliveries, owner, now, cancellationToken));

    public Task CompleteAsync(IReadOnlyList<Completion> completions, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        Do(async () =>
        {
            await ledger.CompleteAsync(completions, owner, now, cancellationToken);
            return true;
        });

    public Task ReleaseAsync(string platform, string owner, CancellationToken cancellationToken) => Do(async () =>
    {
        await ledger.ReleaseAsync(platform, owner, cancellationToken);
        return true;
    });

    public Task<int> TakeBackAsync(string platform, string owner, CancellationToken cancellationToken) =>
        Do(() => ledger.TakeBackAsync(platform, owner, cancellationToken));

    public Task<int> RecoverAsync(string platform, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        Do(() => ledger.RecoverAsync(platform, now, resendWithin, cancellationToken));

    public Task<int> SetBackAsync(string platform, TimeSpan by, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        Do(() => ledger.SetBackAsync(platform, by, now, resendWithin, cancellationToken));

    public Task<LedgerStatus> StatusAsync(DateTimeOffset now, CancellationToken cancellationToken) => Do(() => ledger.StatusAsync(now, cancellationToken));

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => Do(() => ledger.PruneAsync(before, cancellationToken));

    private async Task<T> Do<T>(Func<Task<T>> call)
    {
        var never = new TaskCompletionSource<T>();
        if (_isDead)
            return await never.Task;

        var result = await call();
        return _isDead ? await never.Task : result;
    }
}
