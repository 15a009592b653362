using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Takes answers and does nothing else.</summary>
internal sealed class MemoryLedger : IDeliveryLedger
{
    private readonly Lock _gate = new();
    private readonly List<(string Request, ChatId Chat, string Text)> _answers = [];

    /// <summary>Says of which chats it takes no answers for now, and how that fails.</summary>
    public Func<ChatId, Exception?> Failure { get; set; } = _ => null;

    public IReadOnlyList<(string Request, ChatId Chat, string Text)> Answers
    {
        get
        {
            lock (_gate)
                return [.. _answers];
        }
    }

    /// <summary>How many answers it did not take.</summary>
    public int Failures { get; private set; }

    public Task<bool> IsEnqueuedAsync(string request, CancellationToken cancellationToken) =>
        Task.FromResult(Answers.Any(answer => answer.Request == request));

    public Task<bool> SettleDueAsync(DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> EnqueueAsync(
        string request, ChatId chat, Lane lane, IReadOnlyList<string> parts, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        Assert.Equal(Lane.Answer, lane);
        Assert.True(expiresAt > now);
        lock (_gate)
        {
            if (Failure(chat) is { } failure)
            {
                Failures++;
                throw failure;
            }

            if (_answers.Any(answer => answer.Request == request))
                return Task.FromResult(false);

            _answers.Add((request, chat, string.Join("\n---\n", parts.Select(part => Rendering.TelegramPart.TryRead(part)!.Text))));
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<string>> PlatformsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<DueGroup> FindDueAsync(string platform, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> PostAsync(DuePost post, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken) => throw new NotSupportedException();

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

    public Task<int> TakeBackAsync(string platform, string owner, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> RecoverAsync(string platform, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> SetBackAsync(string platform, TimeSpan by, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<LedgerStatus> StatusAsync(DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException();
}
