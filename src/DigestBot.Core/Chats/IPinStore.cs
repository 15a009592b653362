namespace DigestBot.Chats;

/// <summary>
/// Which messages the bot has pinned, so that it takes its own off and nobody else's. It throws when the store can't be reached:
/// nothing is then pinned.
/// </summary>
public interface IPinStore
{
    /// <summary>Remembers a pin; once where it is known already.</summary>
    Task AddAsync(ChatId chat, string message, CancellationToken cancellationToken);

    /// <summary>The other pins of the chat.</summary>
    Task<IReadOnlyList<string>> OthersAsync(ChatId chat, string message, CancellationToken cancellationToken);

    /// <summary>Forgets a pin.</summary>
    Task RemoveAsync(ChatId chat, string message, CancellationToken cancellationToken);
}
