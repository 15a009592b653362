using DigestBot.Chats;

namespace DigestBot.Delivery;

/// <summary>What an operator asks for.</summary>
/// <param name="Counts">How many rows stand in each state, by platform.</param>
/// <param name="OldestPending">When the longest waiting delivery whose time has come was due; null where none waits.</param>
/// <param name="Subscriptions">How many subscriptions there are.</param>
/// <param name="Paused">Paused chats with their reasons, the newest first; 100 at most.</param>
/// <param name="Unknown">Sends whose answer never came, those sent again since included, the newest first; 100 at most.</param>
public sealed record LedgerStatus(
    IReadOnlyDictionary<(string Platform, DeliveryState State), long> Counts,
    DateTimeOffset? OldestPending,
    long Subscriptions,
    IReadOnlyList<(ChatId Chat, string Reason, DateTimeOffset Since)> Paused,
    IReadOnlyList<(long Id, ChatId Chat, DateTimeOffset SentAt)> Unknown);
