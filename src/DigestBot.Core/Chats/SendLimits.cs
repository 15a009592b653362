namespace DigestBot.Chats;

/// <summary>What a platform publishes about how fast a bot may send. Sliding: never two windows' worth in one.</summary>
public sealed record SendLimits
{
    /// <summary>Messages a second over all chats.</summary>
    public required double PerSecond { get; init; }

    /// <summary>The least time between two messages to one chat; zero for none.</summary>
    public TimeSpan ChatInterval { get; init; }

    /// <summary>Messages a minute to one group; null for no such limit.</summary>
    public int? GroupPerMinute { get; init; }

    /// <summary>Sends under way at once, at most. A thousand a second at 57 ms each are 57 on the way, and more where some take longer.</summary>
    public int InFlight { get; init; } = 96;

    /// <summary>
    /// How long after the first attempt the platform still tells a second one by its nonce: a send whose answer never came
    /// is safely sent again within it. Null where the platform knows no nonce.
    /// </summary>
    public TimeSpan? NonceWindow { get; init; }
}
