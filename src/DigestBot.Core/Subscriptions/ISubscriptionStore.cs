using DigestBot.Chats;

namespace DigestBot.Subscriptions;

/// <summary>
/// Keeps chats and their subscriptions. Each call is one transaction; it throws <see cref="StoreException"/> when the store
/// can't be reached, and nothing is then changed: the caller says so to whoever asked, or asks again.
/// </summary>
public interface ISubscriptionStore
{
    /// <summary>The chat's settings; defaults for one that is not known yet.</summary>
    Task<ChatSettings> GetChatAsync(ChatId chat, CancellationToken cancellationToken);

    /// <summary>The settings of a chat and of its threads, of those about which anything is kept.</summary>
    Task<IReadOnlyList<ChatSettings>> ListThreadsAsync(ChatId chat, CancellationToken cancellationToken);

    /// <summary>Stores the settings as a whole.</summary>
    Task SaveChatAsync(ChatSettings settings, CancellationToken cancellationToken);

    /// <summary>The chat's subscriptions, oldest first.</summary>
    Task<IReadOnlyList<Subscription>> ListAsync(ChatId chat, CancellationToken cancellationToken);

    /// <summary>
    /// Stores the subscriptions; one with the id 0 is added, or takes the place of the chat's subscription with the same
    /// target; one that was removed in the meantime is left out. A stored place (position, serial) never goes back, whatever an
    /// older copy says. Returns them as stored, in order.
    /// </summary>
    Task<IReadOnlyList<Subscription>> SaveAsync(IReadOnlyList<Subscription> subscriptions, CancellationToken cancellationToken);

    /// <summary>
    /// Turns a serial to another place, forth or back, from where the subscription at hand says that it stands; false where it
    /// stands elsewhere by now, or is gone. Its position is then <paramref name="position"/>, if it was not further: the place is one
    /// in the editions of that time.
    /// </summary>
    Task<bool> TurnSerialAsync(Subscription subscription, SerialPlace place, long? position, CancellationToken cancellationToken);

    /// <summary>Ends one subscription; its open deliveries are not sent. False where it is not there.</summary>
    Task<bool> RemoveAsync(Subscription subscription, CancellationToken cancellationToken);

    /// <summary>Which other chat is managed from this one; null for none.</summary>
    Task<ManagedChat?> GetManagedAsync(ChatId from, CancellationToken cancellationToken);

    /// <summary>Has another chat of the same platform managed from this one; null ends it.</summary>
    Task SetManagedAsync(ChatId from, ManagedChat? managed, CancellationToken cancellationToken);

    /// <summary>
    /// The chat goes on under another id: settings, subscriptions and open deliveries move there in one transaction and are
    /// merged with what is there.
    /// </summary>
    Task MoveChatAsync(ChatId from, ChatId to, CancellationToken cancellationToken);

    /// <summary>Erases all that is kept about the chat: settings, subscriptions, deliveries.</summary>
    Task ForgetAsync(ChatId chat, CancellationToken cancellationToken);
}
