using DigestBot.Chats;

namespace DigestBot.Subscriptions;

/// <summary>What a chat wants, when, and where it stands.</summary>
public sealed record Subscription
{
    /// <summary>Given by the store; 0 until then.</summary>
    public long Id { get; init; }

    /// <summary>Who gets it.</summary>
    public required ChatId Chat { get; init; }

    /// <summary>What it wants; one chat has at most one subscription for each <see cref="Wants.Target"/>.</summary>
    public required Wants Wants { get; init; }

    /// <summary>When it is due, in the chat's zone.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>
    /// The number of the newest edition that was there when it last posted: what came later is new to it. Null for a
    /// subscription that has had nothing: its first digest carries the newest article it wants, not the backlog.
    /// </summary>
    public long? Position { get; init; }

    /// <summary>Where a serial subscription stands: the article and the number of sections already posted.</summary>
    public SerialPlace? Serial { get; init; }

    /// <summary>The slot it was last due at, posted or with nothing to post; null before the first. Only a post moves it.</summary>
    public string? Last { get; init; }

    /// <summary>The next slot and its instant; null where the schedule is off.</summary>
    public Due? Next { get; init; }
}

/// <summary>A place within an article that is read one section a slot.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Posted">How many of its units have been posted.</param>
public sealed record SerialPlace(string Article, int Posted);

/// <summary>One time at which a subscription is due.</summary>
/// <param name="Slot">
/// The local time on the schedule, <c>yyyy-MM-ddTHH:mm</c>: the same slot whatever the clock or the zone does, so that
/// <c>(subscription, slot)</c> is posted once.
/// </param>
/// <param name="At">The instant it falls on, quiet hours and daylight saving considered.</param>
public sealed record Due(string Slot, DateTimeOffset At);
