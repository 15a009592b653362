using DigestBot.Chats;

namespace DigestBot.Subscriptions;

/// <summary>What holds for a chat as a whole, whatever it subscribes to.</summary>
public sealed record ChatSettings
{
    /// <summary>Which chat; a thread has settings of its own.</summary>
    public required ChatId Chat { get; init; }

    /// <summary>ISO 639-1 code of the bot's words in this chat; null until somebody chose: the asker's language decides.</summary>
    public string? Language { get; init; }

    /// <summary>IANA time zone.</summary>
    public string Zone { get; init; } = Zones.Default;

    /// <summary>Hours in which nothing is posted: what falls due in them goes out at their end.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Posts make no sound.</summary>
    public bool Silent { get; init; }

    /// <summary>The newest digest is pinned.</summary>
    public bool Pin { get; init; }

    /// <summary>Telegram's rich messages with folding sections are tried first.</summary>
    public bool Rich { get; init; }

    /// <summary>What digests show, and in which order; null for what the operator set.</summary>
    public Layout? Layout { get; init; }

    /// <summary>The chat is a forum: each article gets a post of its own.</summary>
    public bool Forum { get; init; }

    /// <summary>Why nothing is posted, if nothing is; a pause that has run out is none.</summary>
    public ChatPause? Pause { get; init; }
}

/// <summary>
/// Hours of the day in the chat's zone, in whole minutes; <paramref name="From"/> later than <paramref name="To"/> spans
/// midnight.
/// </summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To);

/// <summary>A chat that gets nothing for now. Its subscriptions are kept.</summary>
/// <param name="ByPlatform">True where the platform refused the chat (blocked, removed); false where somebody asked for it.</param>
/// <param name="Reason">The platform's reason; empty where somebody asked.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">When it ends by itself; null for never.</param>
public sealed record ChatPause(bool ByPlatform, string Reason, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>Beneath a platform's: the one that somebody had asked for, which goes on where the platform's ends; null for none.</summary>
    public ChatPause? Beneath { get; init; }

    /// <summary>The one that somebody asked for; null where the platform alone refuses the chat.</summary>
    public ChatPause? Asked => ByPlatform ? Beneath : this;
}
