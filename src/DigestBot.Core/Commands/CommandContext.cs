using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>A request that the dispatcher has understood: the command was found and the asker may run it.</summary>
/// <param name="Request">As it came.</param>
/// <param name="Arguments">What follows the command's name, white space trimmed; may be empty.</param>
/// <param name="Settings">The chat's.</param>
/// <param name="Words">The bot's words in the language of the answer.</param>
public sealed record CommandContext(CommandRequest Request, string Arguments, ChatSettings Settings, Words Words)
{
    /// <summary>Where it was asked.</summary>
    public ChatId Chat => Request.Chat;

    /// <summary>The commands that the asker can be told of; those for operators only where an operator asks.</summary>
    public required IReadOnlyList<CommandInfo> Commands { get; init; }
}
