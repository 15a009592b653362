using System.ComponentModel.DataAnnotations;

namespace DigestBot.Commands;

/// <summary>Settings <c>Commands</c>: how much is answered. Who runs the bot, and the console, have no limit.</summary>
public sealed class CommandLimitOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Commands";

    /// <summary>How many commands and presses of one person a minute, over all chats; 0 for no limit.</summary>
    [Range(0, 100_000)]
    public int PerUserPerMinute { get; set; } = 60;

    /// <summary>How many of one chat a minute, whoever asks; 0 for no limit.</summary>
    [Range(0, 100_000)]
    public int PerChatPerMinute { get; set; } = 180;
}
