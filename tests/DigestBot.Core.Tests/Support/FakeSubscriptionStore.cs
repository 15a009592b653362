using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Support;

/// <summary>Keeps chats and subscriptions in memory, as a database would.</summary>
internal sealed class FakeSubscriptionStore : ISubscriptionStore
{
    private readonly Dictionary<ChatId, ChatSettings> _chats = [];
    private readonly List<Subscription> _subscriptions = [];
    private readonly Dictionary<ChatId, ManagedChat?> _managed = [];
    private long _lastId;

    /// <summary>Thrown by every call while it is set.</summary>
    public Exception? Failure { get; set; }

    public Task<ChatSettings> GetChatAsync(ChatId chat, CancellationToken cancellationToken) =>
        Do(() => _chats.GetValueOrDefault(chat) ?? new ChatSettings { Chat = chat }, cancellationToken);

    public Task<IReadOnlyList<ChatSettings>> ListThreadsAsync(ChatId chat, CancellationToken cancellationToken) => Do<IReadOnlyList<ChatSettings>>(
        () => [.. _chats.Values.Where(settings => (settings.Chat.Platform, settings.Chat.Chat) == (chat.Platform, chat.Chat))], cancellationToken);

    public Task SaveChatAsync(ChatSettings settings, CancellationToken cancellationToken) =>
        Do(() => _chats[settings.Chat] = settings, cancellationToken);

    public Task<IReadOnlyList<Subscription>> ListAsync(ChatId chat, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<Subscription>>(() => [.. _subscriptions.Where(subscription => subscription.Chat == chat)], cancellationToken);

    public Task<IReadOnlyList<Subscription>> SaveAsync(IReadOnlyList<Subscription> subscriptions, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<Subscription>>(() => [.. subscriptions.Select(Save)], cancellationToken);

    public Task<bool> TurnSerialAsync(Subscription subscription, SerialPlace place, long? position, CancellationToken cancellationToken) => Do(() =>
    {
        var index = _subscriptions.FindIndex(kept => kept.Id == subscription.Id && kept.Serial == subscription.Serial);
        if (index >= 0)
            _subscriptions[index] = _subscriptions[index] with { Serial = place, Position = Math.Max(_subscriptions[index].Position ?? 0, position ?? 0) };
        return index >= 0;
    }, cancellationToken);

    public Task<bool> RemoveAsync(Subscription subscription, CancellationToken cancellationToken) =>
        Do(() => _subscriptions.RemoveAll(kept => kept.Id == subscription.Id) > 0, cancellationToken);

    public Task<ManagedChat?> GetManagedAsync(ChatId from, CancellationToken cancellationToken) => Do(() => _managed.GetValueOrDefault(from), cancellationToken);

    public Task SetManagedAsync(ChatId from, ManagedChat? managed, CancellationToken cancellationToken) => Do(() => _managed[from] = managed, cancellationToken);

    /// <summary>The chat that it moves to has settings already, and no subscriptions.</summary>
    public Task MoveChatAsync(ChatId from, ChatId to, CancellationToken cancellationToken) => Do(() =>
    {
        for (var i = 0; i < _subscriptions.Count; i++)
            _subscriptions[i] = _subscriptions[i].Chat == from ? _subscriptions[i] with { Chat = to } : _subscriptions[i];
        return _chats.Remove(from);
    }, cancellationToken);

    public Task ForgetAsync(ChatId chat, CancellationToken cancellationToken) => Do(() =>
    {
        _chats.Remove(chat);
        return _subscriptions.RemoveAll(subscription => subscription.Chat == chat);
    }, cancellationToken);

    private Subscription Save(Subscription subscription)
    {
        _chats.TryAdd(subscription.Chat, new ChatSettings { Chat = subscription.Chat });
        var index = _subscriptions.FindIndex(kept => kept.Id == subscription.Id ||
            (subscription.Id == 0 && kept.Chat == subscription.Chat && kept.Wants.Target == subscription.Wants.Target));
        if (index < 0)
        {
            _subscriptions.Add(subscription with { Id = ++_lastId });
            return _subscriptions[^1];
        }

        return _subscriptions[index] = subscription with { Id = _subscriptions[index].Id };
    }

    private Task<T> Do<T>(Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Failure is null ? Task.FromResult(work()) : Task.FromException<T>(Failure);
    }
}
