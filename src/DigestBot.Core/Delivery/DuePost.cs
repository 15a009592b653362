using DigestBot.Articles;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

/// <summary>What becomes of a <see cref="DueGroup"/>: the parts to send, and where its members stand afterwards.</summary>
/// <param name="Group">The group as it was found.</param>
/// <param name="Parts">The rendered parts; empty where nothing is posted and the members only move on.</param>
/// <param name="Position">Their new place in the row of editions.</param>
/// <param name="Serial">Their new place in a serial.</param>
/// <param name="Next">Their next slot; null where the schedule has none.</param>
/// <param name="ExpiresAt">After this the parts are no longer worth sending.</param>
public sealed record DuePost(
    DueGroup Group,
    IReadOnlyList<string> Parts,
    long? Position,
    SerialPlace? Serial,
    Due? Next,
    DateTimeOffset ExpiresAt)
{
    /// <summary>What stands in full in it: a reader's reaction to it is about these.</summary>
    public IReadOnlyList<ArticleId> Articles { get; init; } = [];
}
