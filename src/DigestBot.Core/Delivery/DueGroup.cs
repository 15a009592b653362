using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

/// <summary>
/// Subscriptions that are due and will get the very same message: built once, rendered once, enqueued by one statement.
/// A hundred thousand chats with the same wishes are one group.
/// </summary>
public sealed record DueGroup
{
    /// <summary>The platform of all its chats.</summary>
    public required string Platform { get; init; }

    /// <summary>What they want.</summary>
    public required Wants Wants { get; init; }

    /// <summary>When they want it.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>Their place in the row of editions; null where they have had nothing.</summary>
    public long? Position { get; init; }

    /// <summary>Their place in a serial.</summary>
    public SerialPlace? Serial { get; init; }

    /// <summary>The language of the bot's words; null for the default.</summary>
    public string? Language { get; init; }

    /// <summary>The zone in which the schedule is read.</summary>
    public required string Zone { get; init; }

    /// <summary>Their quiet hours.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Posts without a sound.</summary>
    public bool Silent { get; init; }

    /// <summary>Posts that are pinned.</summary>
    public bool Pin { get; init; }

    /// <summary>Rich messages are wanted.</summary>
    public bool Rich { get; init; }

    /// <summary>What their digests show; null for what the operator set.</summary>
    public Layout? Layout { get; init; }

    /// <summary>Their chats are forums.</summary>
    public bool Forum { get; init; }

    /// <summary>True where the chat's pause has just run out by itself.</summary>
    public bool AfterPause { get; init; }

    /// <summary>
    /// True where they have had the slot that is due: their settings were saved while it was posted, with what was read before. They
    /// move on, and their places stay.
    /// </summary>
    public bool HadSlot { get; init; }

    /// <summary>The slot that is due.</summary>
    public required Due Due { get; init; }

    /// <summary>No subscription of the group has a lower id: where the ledger begins to look for them.</summary>
    public long LowestId { get; init; }
}
