using DigestBot.Subscriptions;

namespace DigestBot.Storage;

/// <summary>
/// The store can't be used: the message names it, says why and what an operator can do. Nothing was changed and nothing
/// may be sent until it is usable again.
/// </summary>
/// <param name="message">For an operator.</param>
/// <param name="cause">What the database said.</param>
/// <param name="needsOperator">True for what does not get better by itself.</param>
internal sealed class StorageException(string message, Exception? cause = null, bool needsOperator = false) : StoreException(message, cause)
{
    /// <summary>It does not get better by itself: a damaged file, a full disk, a right that is missing.</summary>
    public bool NeedsOperator { get; } = needsOperator;
}
