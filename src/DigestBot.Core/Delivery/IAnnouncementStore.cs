namespace DigestBot.Delivery;

/// <summary>
/// The chats that an announcement goes to: those with a subscription that are not paused, each once however many threads it
/// has. It throws when the store can't be reached; nothing has then been enqueued.
/// </summary>
public interface IAnnouncementStore
{
    /// <summary>How many chats of each platform would get one.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Enqueues it to all of them on a platform, in the broadcast lane and in one transaction. A chat that has had this
    /// announcement does not get it again. Returns how many chats get it now.
    /// </summary>
    Task<int> EnqueueAsync(Announcement announcement, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>An announcement as one platform shows it.</summary>
/// <param name="Key">The same for all that say the same.</param>
/// <param name="Platform">Whose chats get it.</param>
/// <param name="Parts">What the platform rendered.</param>
/// <param name="SilentParts">The same for chats that want no sound.</param>
/// <param name="ExpiresAt">When it is no longer sent.</param>
public sealed record Announcement(
    string Key, string Platform, IReadOnlyList<string> Parts, IReadOnlyList<string> SilentParts, DateTimeOffset ExpiresAt);
