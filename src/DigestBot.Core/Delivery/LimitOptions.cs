using System.ComponentModel.DataAnnotations;
using DigestBot.Chats;

namespace DigestBot.Delivery;

/// <summary>The settings <c>Delivery:Limits:&lt;platform&gt;:…</c>; what is not set stays as the platform publishes it.</summary>
public sealed class LimitOptions
{
    /// <summary>Messages a second over all chats, such as 1000 where Telegram's paid broadcast is on.</summary>
    [Range(0.01, 1_000_000)]
    public double? PerSecond { get; set; }

    /// <summary>The least time between two messages to one chat.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan? ChatInterval { get; set; }

    /// <summary>Messages a minute to one group.</summary>
    [Range(1, 100_000)]
    public int? GroupPerMinute { get; set; }

    /// <summary>Sends under way at once, at most.</summary>
    [Range(1, 10_000)]
    public int? InFlight { get; set; }

    /// <summary>The platform's limits with these in their place.</summary>
    public SendLimits Over(SendLimits published) => published with
    {
        PerSecond = PerSecond ?? published.PerSecond,
        ChatInterval = ChatInterval ?? published.ChatInterval,
        GroupPerMinute = GroupPerMinute ?? published.GroupPerMinute,
        InFlight = InFlight ?? published.InFlight,
    };
}
