using DigestBot.Chats;

namespace DigestBot.Delivery;

/// <summary>What an operator asks for.</summary>
public sealed record LedgerStatus
{
    /// <summary>How many rows stand in each state, by platform.</summary>
    public IReadOnlyDictionary<(string Platform, DeliveryState State), long> Counts { get; init; } =
        new Dictionary<(string, DeliveryState), long>();

    /// <summary>
    /// When the longest waiting delivery that may go now was due, by platform; none of a chat that waits or is paused counts.
    /// </summary>
    public IReadOnlyDictionary<string, DateTimeOffset> OldestDue { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>When each platform last took a delivery, as far as that is still on record.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> LastSent { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>How many subscriptions there are.</summary>
    public long Subscriptions { get; init; }

    /// <summary>How many chats are paused.</summary>
    public long PausedChats { get; init; }

    /// <summary>Paused chats with their reasons, empty where somebody asked for the pause, the newest first; 100 at most.</summary>
    public IReadOnlyList<(ChatId Chat, string Reason, DateTimeOffset Since)> Paused { get; init; } = [];

    /// <summary>How many sends' answers never came, those sent again since included.</summary>
    public long UnknownSends { get; init; }

    /// <summary>The newest of them; 100 at most.</summary>
    public IReadOnlyList<(long Id, ChatId Chat, DateTimeOffset SentAt)> Unknown { get; init; } = [];

    /// <summary>The newest that failed or expired, of each kind and platform 20 at most, with the reason.</summary>
    public IReadOnlyList<(ChatId Chat, DeliveryState State, string Reason, DateTimeOffset At)> NotSent { get; init; } = [];

    /// <summary>When the longest waiting delivery that may go now was due; null where none waits.</summary>
    public DateTimeOffset? OldestPending => OldestDue.Count == 0 ? null : OldestDue.Values.Min();

    /// <summary>How many deliveries of a platform are not done.</summary>
    public long Backlog(string platform) =>
        Count(platform, DeliveryState.Pending) + Count(platform, DeliveryState.Leased) + Count(platform, DeliveryState.Sending);

    /// <summary>How many deliveries of a platform stand in a state.</summary>
    public long Count(string platform, DeliveryState state) => Counts.GetValueOrDefault((platform, state));
}
