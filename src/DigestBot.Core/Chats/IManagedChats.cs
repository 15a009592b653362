namespace DigestBot.Chats;

/// <summary>
/// A platform on which somebody can manage a chat from elsewhere, such as a channel in which nobody can ask. Both calls
/// throw where the platform can't be asked: nothing may then be changed.
/// </summary>
public interface IManagedChats
{
    /// <summary>Lower case, the <see cref="ChatId.Platform"/> of its chats.</summary>
    string Platform { get; }

    /// <summary>
    /// The chat that somebody means by its name or number, if they manage it; null where there is none, where they do not, or
    /// where the bot can't tell. Which of these it was is not to be told: it is none of a stranger's business.
    /// </summary>
    Task<ManagedChat?> FindAsync(string wanted, string user, CancellationToken cancellationToken);

    /// <summary>Whether somebody manages the chat now.</summary>
    Task<bool> ManagesAsync(ChatId chat, string user, CancellationToken cancellationToken);
}

/// <summary>A chat that is managed from another.</summary>
/// <param name="Chat">Which; never a name, which changes hands.</param>
/// <param name="Title">What it was called when it was found.</param>
/// <param name="IsForum">It was found to be a forum, which holds posts instead of messages.</param>
public sealed record ManagedChat(ChatId Chat, string Title, bool IsForum = false);
