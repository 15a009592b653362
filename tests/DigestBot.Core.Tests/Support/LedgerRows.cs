using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Support;

/// <summary>The rows of an <see cref="InMemoryLedger"/>, and the rules by which they change.</summary>
internal sealed class LedgerRows : List<LedgerRow>
{
    private readonly Dictionary<string, DateTimeOffset> _waitingChats = [];

    /// <summary>Paused chats.</summary>
    public Dictionary<ChatId, string> Paused { get; } = [];

    /// <summary>Whether it may be leased now.</summary>
    public bool MayGo(LedgerRow row, DateTimeOffset now) =>
        row.State == DeliveryState.Pending && !(row.NotBefore > now) && row.ExpiresAt > now &&
        (row.Lane == Lane.Answer || !Paused.ContainsKey(row.Chat)) &&
        (!_waitingChats.TryGetValue(row.Chat.Chat, out var until) || until <= now) &&
        this.All(other => other.Message != row.Message || other.Number >= row.Number || other.State == DeliveryState.Sent);

    /// <summary>The row, where this owner still holds it in the attempt that it speaks of.</summary>
    public LedgerRow? Held(LeasedDelivery delivery, string owner) =>
        Find(row => row.Id == delivery.Id && row.Owner == owner && row.Attempt == delivery.Attempt &&
            row.State is DeliveryState.Leased or DeliveryState.Sending);

    /// <summary>Puts an outcome on record, with what it means for other rows.</summary>
    public void Complete(LedgerRow row, Completion completion)
    {
        switch (completion.Outcome)
        {
            case SendOutcome.Sent sent:
                (row.State, row.MessageId) = (DeliveryState.Sent, sent.MessageId);
                break;
            case SendOutcome.Later or SendOutcome.Halted:
                PutBack(row, completion);
                break;
            case SendOutcome.Unknown:
                row.WasUnknown = true;
                row.State = DeliveryState.Unknown;
                if (Resends(row, completion.ResendWithin) is not null)
                    PutBack(row, completion);
                break;
            case SendOutcome.Moved moved:
                foreach (var moving in this.Where(other => other.Chat == row.Chat && other.State <= DeliveryState.Sending).ToArray())
                    (moving.Chat, moving.State) = (moved.NewChat, DeliveryState.Pending);
                break;
            case SendOutcome.Gone gone:
                Paused[row.Chat] = gone.Reason;
                foreach (var open in this.Where(other => other.Chat == row.Chat && other.State <= DeliveryState.Sending))
                    open.State = DeliveryState.Failed;
                break;
            case SendOutcome.Refused:
                foreach (var part in this.Where(other => other.Message == row.Message && other.Number >= row.Number))
                    part.State = DeliveryState.Failed;
                break;
        }
    }

    /// <summary>Until when a send whose answer never came may begin again: it is worth no longer than that.</summary>
    public static DateTimeOffset? Resends(LedgerRow row, TimeSpan? within)
    {
        if (within is { } some && row.FirstBegunAt + some < row.ExpiresAt)
            row.ExpiresAt = row.FirstBegunAt!.Value + some;
        return row.FirstBegunAt + within;
    }

    /// <summary>What waits until a time that a clock told, which was set back, waits so much less.</summary>
    public int SetBack(string platform, TimeSpan by, DateTimeOffset now)
    {
        var waiting = FindAll(row => row.Chat.Platform == platform && row.NotBefore > now);
        waiting.ForEach(row => row.NotBefore -= by);
        foreach (var (chat, until) in _waitingChats.Where(chat => chat.Value > now).ToArray())
            _waitingChats[chat] = until - by;
        return waiting.Count;
    }

    private void PutBack(LedgerRow row, Completion completion)
    {
        (row.State, row.NotBefore) = (DeliveryState.Pending, completion.NotBefore);
        if (completion is { HoldsChat: true, NotBefore: { } until })
            _waitingChats[row.Chat.Chat] = until;
    }
}
