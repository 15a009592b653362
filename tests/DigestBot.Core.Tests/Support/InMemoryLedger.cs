using System.Runtime.CompilerServices;
using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Support;

/// <summary>The ledger's contract kept in memory, for one test. Every call is atomic; <see cref="Failure"/> makes the store fail.</summary>
internal sealed class InMemoryLedger : IDeliveryLedger
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _requests = [];
    private readonly Dictionary<string, (string Owner, DateTimeOffset Until)> _holders = [];
    private readonly List<(string Platform, string Owner, DateTimeOffset At, DateTimeOffset Until)> _holds = [];
    private readonly LedgerRows _rows = [];

    /// <summary>What a call throws, by its name; null where it works.</summary>
    public Func<string, Exception?> Failure { get; set; } = _ => null;

    /// <summary>What the answer of a call waits for, by its name: the call has taken effect by then.</summary>
    public Func<string, Task> AnswersAfter { get; set; } = _ => Task.CompletedTask;

    /// <summary>What is due; a group that was posted is taken out.</summary>
    public List<DueGroup> Due { get; } = [];

    /// <summary>How many chats a group that is posted to stands for.</summary>
    public int ChatsPerPost { get; set; } = 1;

    /// <summary>What was posted.</summary>
    public List<DuePost> Posts { get; } = [];

    /// <summary>Paused chats.</summary>
    public Dictionary<ChatId, string> Paused => _rows.Paused;

    public List<string> Calls { get; } = [];

    /// <summary>Who held a platform, from when until when, each time that it was taken or renewed.</summary>
    public IReadOnlyList<(string Owner, DateTimeOffset At, DateTimeOffset Until)> HoldsOf(string platform)
    {
        lock (_lock)
            return [.. _holds.Where(hold => hold.Platform == platform).Select(hold => (hold.Owner, hold.At, hold.Until))];
    }

    /// <summary>A picture of every row.</summary>
    public IReadOnlyList<LedgerRow> Rows
    {
        get
        {
            lock (_lock)
                return [.. _rows.Select(row => row with { })];
        }
    }

    public int CountOf(DeliveryState state)
    {
        lock (_lock)
            return _rows.Count(row => row.State == state);
    }

    /// <summary>Enqueues one message of these parts.</summary>
    public void Add(ChatId chat, Lane lane, DateTimeOffset now, params string[] parts) => Add(chat, lane, now, now.AddDays(1), parts);

    public void Add(ChatId chat, Lane lane, DateTimeOffset now, DateTimeOffset expiresAt, params string[] parts)
    {
        lock (_lock)
        {
            var message = _rows.Count + 1;
            foreach (var (number, part) in parts.Index())
                _rows.Add(new LedgerRow { Id = _rows.Count + 1, Message = message, Number = number, Chat = chat, Lane = lane, Part = part, DueAt = now, ExpiresAt = expiresAt });
        }
    }

    /// <summary>How many more calls it takes until all that was put off is done.</summary>
    public int Upkeep { get; set; }

    public Task<IReadOnlyList<string>> PlatformsAsync(CancellationToken cancellationToken) =>
        Do<IReadOnlyList<string>>(nameof(PlatformsAsync), () => [.. Due.Select(group => group.Platform).Distinct()]);

    public async IAsyncEnumerable<DueGroup> FindDueAsync(string platform, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var group in await Do<DueGroup[]>(nameof(FindDueAsync), () => [.. Due.Where(group => group.Platform == platform && group.Due.At <= now)]))
            yield return group;
    }

    /// <summary>What posting to a platform has to wait for.</summary>
    public Func<string, Task> Posting { get; set; } = _ => Task.CompletedTask;

    public async Task<int> PostAsync(DuePost post, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken)
    {
        await Posting(post.Group.Platform);
        return await Do(nameof(PostAsync), () => Post(post, enqueued));
    }

    private int Post(DuePost post, Action<int> enqueued)
    {
        Due.Remove(post.Group);
        Posts.Add(post);
        if (post.Parts.Count == 0)
            return 0;

        enqueued(ChatsPerPost);
        return ChatsPerPost;
    }

    public Task<bool> SettleDueAsync(DateTimeOffset now, CancellationToken cancellationToken) => Do(nameof(SettleDueAsync), () => --Upkeep > 0);

    public Task<bool> EnqueueAsync(
        string request, ChatId chat, Lane lane, IReadOnlyList<string> parts, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var isNew = Do(nameof(EnqueueAsync), () => _requests.Add(request));
        if (isNew.Result)
            Add(chat, lane, now, expiresAt, [.. parts]);
        return isNew;
    }

    public Task<bool> IsEnqueuedAsync(string request, CancellationToken cancellationToken) => Do(nameof(IsEnqueuedAsync), () => _requests.Contains(request));

    public Task<bool> HoldPlatformAsync(string platform, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        Do(nameof(HoldPlatformAsync), () =>
        {
            if (_holders.TryGetValue(platform, out var holder) && holder.Owner != owner && holder.Until > now)
                return false;
            _holders[platform] = (owner, until);
            _holds.Add((platform, owner, now, until));
            return true;
        });

    public Task<IReadOnlyList<LeasedDelivery>> LeaseAsync(
        string platform, Lane lane, string owner, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<LeasedDelivery>>(nameof(LeaseAsync), () =>
        {
            var busy = _rows.Where(row => row.State is DeliveryState.Leased or DeliveryState.Sending).Select(row => row.Chat).ToHashSet();
            var leased = new List<LeasedDelivery>();
            foreach (var row in _rows.Where(row => row.Chat.Platform == platform && row.Lane == lane && _rows.MayGo(row, now)).OrderBy(row => row.DueAt).ThenBy(row => row.Id))
            {
                if (leased.Count == most)
                    break;
                if (!busy.Add(row.Chat))
                    continue;
                (row.State, row.Owner, row.LeaseUntil) = (DeliveryState.Leased, owner, until);
                row.Attempt++;
                leased.Add(new LeasedDelivery(row.Id, row.Chat, row.Part, row.Lane, row.Attempt, row.ExpiresAt, $"n{row.Id}"));
            }

            return leased;
        });

    public Task<IReadOnlyList<LeasedDelivery>> BeginSendingAsync(
        IReadOnlyList<LeasedDelivery> deliveries, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<LeasedDelivery>>(nameof(BeginSendingAsync), () =>
        {
            var begun = deliveries.Where(delivery => _rows.Held(delivery, owner) is { State: DeliveryState.Leased }).ToArray();
            foreach (var row in begun.Select(delivery => _rows.Held(delivery, owner)!))
            {
                row.State = DeliveryState.Sending;
                row.FirstBegunAt ??= now;
            }

            return begun;
        });

    public Task CompleteAsync(IReadOnlyList<Completion> completions, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        Do(nameof(CompleteAsync), () =>
        {
            foreach (var completion in completions)
            {
                if (_rows.Held(completion.Delivery, owner) is { } row)
                    _rows.Complete(row, completion);
            }

            return true;
        });

    public Task ReleaseAsync(string platform, string owner, CancellationToken cancellationToken) => Do(nameof(ReleaseAsync), () =>
    {
        foreach (var row in _rows.Where(row => row.Chat.Platform == platform && row.Owner == owner && row.State == DeliveryState.Leased))
            row.State = DeliveryState.Pending;
        if (_holders.TryGetValue(platform, out var holder) && holder.Owner == owner)
            _holders.Remove(platform);
        return true;
    });

    public Task<int> TakeBackAsync(string platform, string owner, CancellationToken cancellationToken) => Do(nameof(TakeBackAsync), () =>
    {
        var others = _rows.Where(row => row.Chat.Platform == platform && row.State == DeliveryState.Leased && row.Owner != owner).ToArray();
        foreach (var row in others)
            row.State = DeliveryState.Pending;
        return others.Length;
    });

    public Task<int> RecoverAsync(string platform, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        Do(nameof(RecoverAsync), () =>
        {
            var changed = 0;
            foreach (var row in _rows.Where(row => row.Chat.Platform == platform))
            {
                if (row.State == DeliveryState.Leased && row.LeaseUntil <= now)
                    (row.State, changed) = (DeliveryState.Pending, changed + 1);
                else if (row.State == DeliveryState.Sending && row.LeaseUntil <= now)
                    (row.State, row.WasUnknown, changed) = (LedgerRows.Resends(row, resendWithin) > now ? DeliveryState.Pending : DeliveryState.Unknown, true, changed + 1);
                if (row.State == DeliveryState.Pending && row.ExpiresAt <= now)
                    (row.State, changed) = (row.WasUnknown ? DeliveryState.Unknown : DeliveryState.Expired, changed + 1);
            }

            return changed;
        });

    public Task<int> SetBackAsync(string platform, TimeSpan by, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken) =>
        Do(nameof(SetBackAsync), () => _rows.SetBack(platform, by, now));

    public Task<LedgerStatus> StatusAsync(DateTimeOffset now, CancellationToken cancellationToken) => Do(nameof(StatusAsync), () => new LedgerStatus
    {
        Counts = _rows.GroupBy(row => (row.Chat.Platform, row.State)).ToDictionary(rows => rows.Key, rows => (long)rows.Count()),
        OldestDue = _rows.Where(row => row.State == DeliveryState.Pending && row.DueAt <= now)
            .GroupBy(row => row.Chat.Platform).ToDictionary(rows => rows.Key, rows => rows.Min(row => row.DueAt)),
        Subscriptions = Due.Count,
    });

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => Do(nameof(PruneAsync), () =>
        _rows.RemoveAll(row => row.State is DeliveryState.Sent or DeliveryState.Failed or DeliveryState.Expired && row.DueAt < before));

    private async Task<T> Do<T>(string call, Func<T> work)
    {
        T result;
        lock (_lock)
        {
            Calls.Add(call);
            if (Failure(call) is { } failure)
                throw failure;
            result = work();
        }

        await AnswersAfter(call);
        return result;
    }
}
