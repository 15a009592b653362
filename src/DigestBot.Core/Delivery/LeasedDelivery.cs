using DigestBot.Chats;

namespace DigestBot.Delivery;

/// <summary>One message part that a dispatcher holds for a while.</summary>
/// <param name="Id">The row.</param>
/// <param name="Chat">Where to.</param>
/// <param name="Part">The rendered part.</param>
/// <param name="Lane">Its queue.</param>
/// <param name="Attempt">
/// Rises with every lease, from 1; with the owner it fences completion: a late one of an earlier attempt changes nothing.
/// It is no budget: what is not delivered is tried until it expires.
/// </param>
/// <param name="ExpiresAt">After this it is not sent.</param>
/// <param name="Nonce">The same for every attempt at this delivery, over restarts and in no other database: at most 25 characters, no secret.</param>
public sealed record LeasedDelivery(long Id, ChatId Chat, string Part, Lane Lane, int Attempt, DateTimeOffset ExpiresAt, string Nonce);

/// <summary>What became of one leased delivery.</summary>
/// <param name="Delivery">As it was leased.</param>
/// <param name="Outcome">What the platform said.</param>
/// <param name="NotBefore">For an outcome that puts it back to pending: the earliest next try, at once where null.</param>
/// <param name="HoldsChat">True where the whole chat, with all its threads and lanes, has to wait until <paramref name="NotBefore"/>.</param>
/// <param name="ResendWithin">
/// For an outcome that is unknown: the policy wants another attempt from <paramref name="NotBefore"/> on, begun no later than
/// this after the first attempt whose answer never came. Until then the row is pending again, then it is unknown; it stays
/// listed. Null for no other attempt.
/// </param>
/// <param name="HoldsPlatform">True where all chats of the platform have to wait until <paramref name="NotBefore"/>, whoever sends to them by then.</param>
public sealed record Completion(
    LeasedDelivery Delivery,
    SendOutcome Outcome,
    DateTimeOffset? NotBefore = null,
    bool HoldsChat = false,
    TimeSpan? ResendWithin = null,
    bool HoldsPlatform = false)
{
    /// <summary>Longer than any delivery is worth sending.</summary>
    public static readonly TimeSpan AnyTime = TimeSpan.FromDays(3_650);
}
