using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Storage.Support;

/// <summary>
/// The ledger as plainly as it can be said, in memory: what the real one must do, step by step. It looks at every row for
/// every question.
/// </summary>
internal sealed class LedgerModel
{
    /// <summary>Chats that have settings, with the end of their pause; the past for one that has none.</summary>
    private readonly Dictionary<ChatId, DateTimeOffset?> _chats = [];
    private readonly Dictionary<string, DateTimeOffset> _holds = [];
    private int _messages;

    public List<Row> Rows { get; } = [];

    /// <summary>Chats that have a subscription: these alone are paused where the platform takes the bot no more.</summary>
    public HashSet<ChatId> Subscribed { get; } = [];

    public void Enqueue(ChatId chat, Lane lane, int parts, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        _messages++;
        for (var part = 0; part < parts; part++)
            Rows.Add(new Row { Id = Rows.Count + 1, Message = _messages, Part = part, Chat = chat, Lane = lane, DueAt = now, NotBefore = now, ExpiresAt = expiresAt });
    }

    public void Pause(ChatId chat, DateTimeOffset? until) => _chats[chat] = until;

    public void Resume(ChatId chat) => _chats[chat] = DateTimeOffset.MinValue;

    public IReadOnlyList<Row> Lease(Lane lane, string owner, int most, DateTimeOffset now, DateTimeOffset until)
    {
        var leased = Rows.Where(row => row.Lane == lane && row.State == DeliveryState.Pending && row.NotBefore <= now && row.ExpiresAt > now && MayGo(row, now))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(most).ToList();
        foreach (var row in leased)
            (row.State, row.Owner, row.LeaseUntil, row.Attempt) = (DeliveryState.Leased, owner, until, row.Attempt + 1);
        return leased;
    }

    public IReadOnlyList<LeasedDelivery> Begin(IEnumerable<LeasedDelivery> deliveries, string owner, DateTimeOffset now)
    {
        var begun = deliveries.Where(delivery => IsHeld(delivery, owner) && Of(delivery).State == DeliveryState.Leased).ToList();
        foreach (var delivery in begun)
            (Of(delivery).State, Of(delivery).SendingAt) = (DeliveryState.Sending, now);
        return begun;
    }

    public void Complete(Completion completion, string owner, DateTimeOffset now)
    {
        if (!IsHeld(completion.Delivery, owner))
            return;

        var row = Of(completion.Delivery);
        row.Owner = null;
        switch (completion.Outcome)
        {
            case SendOutcome.Sent:
                row.State = DeliveryState.Sent;
                break;
            case SendOutcome.Unknown when completion.ResendWithin is { } within:
                PutBack(row, completion.NotBefore ?? now);
                row.IsUnanswered = true;
                ExpireWithin(row, within);
                break;
            case SendOutcome.Unknown:
                (row.State, row.IsUnanswered) = (DeliveryState.Unknown, true);
                break;
            case SendOutcome.Refused:
                row.State = DeliveryState.Failed;
                Fail(other => other.Message == row.Message && other.Part > row.Part);
                break;
            case SendOutcome.Gone:
                row.State = DeliveryState.Failed;
                Fail(other => other.Chat.Chat == row.Chat.Chat);
                foreach (var thread in Subscribed.Where(chat => chat.Chat == row.Chat.Chat))
                    Pause(thread, null);
                break;
            default:
                PutBack(row, completion.NotBefore ?? now);
                break;
        }

        if (completion is { HoldsChat: true, NotBefore: { } until } && _holds.GetValueOrDefault(row.Chat.Chat) < until)
            _holds[row.Chat.Chat] = until;
    }

    public void Release(string owner)
    {
        foreach (var row in Rows.Where(row => row.State == DeliveryState.Leased && row.Owner == owner))
            PutBack(row, row.NotBefore);
    }

    public void TakeBack(string owner)
    {
        foreach (var row in Rows.Where(row => row.State == DeliveryState.Leased && row.Owner != owner))
            PutBack(row, row.NotBefore);
    }

    public void Recover(DateTimeOffset now, TimeSpan? resendWithin)
    {
        foreach (var row in Rows.Where(row => row.State is DeliveryState.Leased or DeliveryState.Sending && row.LeaseUntil <= now))
        {
            if (row.State == DeliveryState.Leased)
            {
                PutBack(row, row.NotBefore);
                continue;
            }

            row.IsUnanswered = true;
            if (resendWithin is { } within && row.FirstUnanswered + within > now)
            {
                PutBack(row, now);
                ExpireWithin(row, within);
            }
            else
            {
                (row.State, row.Owner) = (DeliveryState.Unknown, null);
            }
        }

        Expire(now);
    }

    private static void PutBack(Row row, DateTimeOffset notBefore) => (row.State, row.Owner, row.NotBefore) = (DeliveryState.Pending, null, notBefore);

    private static void ExpireWithin(Row row, TimeSpan within) =>
        row.ExpiresAt = row.FirstUnanswered + within < row.ExpiresAt ? row.FirstUnanswered!.Value + within : row.ExpiresAt;

    private bool MayGo(Row row, DateTimeOffset now) =>
        (!_holds.TryGetValue(row.Chat.Chat, out var hold) || hold <= now) &&
        (row.Lane == Lane.Answer || !_chats.TryGetValue(row.Chat, out var until) || until <= now) &&
        !Rows.Any(other => other.Chat == row.Chat && (
            other.State is DeliveryState.Leased or DeliveryState.Sending ||
            (other.State == DeliveryState.Pending && other.Lane == row.Lane && other.Id < row.Id && other.ExpiresAt > now)));

    private void Fail(Predicate<Row> which)
    {
        foreach (var row in Rows.Where(row => row.State is DeliveryState.Pending or DeliveryState.Leased).Where(row => which(row)))
            (row.State, row.Owner) = (DeliveryState.Failed, null);
    }

    private void Expire(DateTimeOffset now)
    {
        foreach (var row in Rows.Where(row => row.State == DeliveryState.Pending && row.ExpiresAt <= now))
            row.State = row.IsUnanswered ? DeliveryState.Unknown : DeliveryState.Expired;
    }

    private bool IsHeld(LeasedDelivery delivery, string owner) =>
        Of(delivery) is { State: DeliveryState.Leased or DeliveryState.Sending } row && row.Owner == owner && row.Attempt == delivery.Attempt;

    private Row Of(LeasedDelivery delivery) => Rows[(int)delivery.Id - 1];

    internal sealed class Row
    {
        public required long Id { get; init; }
        public required int Message { get; init; }
        public required int Part { get; init; }
        public required ChatId Chat { get; init; }
        public required Lane Lane { get; init; }
        public required DateTimeOffset DueAt { get; init; }
        public required DateTimeOffset ExpiresAt { get; set; }
        public DateTimeOffset NotBefore { get; set; }
        public DeliveryState State { get; set; }
        public string? Owner { get; set; }
        public DateTimeOffset LeaseUntil { get; set; }
        public int Attempt { get; set; }
        public DateTimeOffset SendingAt { get; set; }
        public DateTimeOffset? FirstUnanswered { get; private set; }

        public bool IsUnanswered
        {
            get => FirstUnanswered is not null;
            set => FirstUnanswered ??= value ? SendingAt : null;
        }
    }
}
