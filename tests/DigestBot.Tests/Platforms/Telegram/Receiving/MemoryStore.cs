using System.Collections.Concurrent;
using DigestBot.Articles;
using DigestBot.Articles.Search;
using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Chats, one subscription each at most, no editions and nothing to find.</summary>
internal sealed class MemoryStore : ISubscriptionStore, IEditionStore, ISectionIndex
{
    private readonly ConcurrentDictionary<ChatId, ChatSettings> _chats = new();
    private readonly ConcurrentDictionary<ChatId, Subscription> _subscriptions = new();

    private readonly ConcurrentDictionary<ChatId, ManagedChat?> _managed = new();

    public ConcurrentQueue<(ChatId From, ChatId To)> Moves { get; } = new();

    /// <summary>What a question for the threads of a chat fails with; null for nothing.</summary>
    public Exception? Failure { get; set; }

    public int Failures { get; private set; }

    public ChatPause? PauseOf(ChatId chat) => _chats.GetValueOrDefault(chat)?.Pause;

    public void Subscribe(ChatId chat, ChatPause? pause = null)
    {
        _chats[chat] = new ChatSettings { Chat = chat, Pause = pause };
        _subscriptions[chat] = new Subscription { Id = 1, Chat = chat, Wants = new Wants(), Schedule = Schedule.Default };
    }

    public Task<ChatSettings> GetChatAsync(ChatId chat, CancellationToken cancellationToken) =>
        Task.FromResult(_chats.GetValueOrDefault(chat) ?? new ChatSettings { Chat = chat });

    public Task<IReadOnlyList<ChatSettings>> ListThreadsAsync(ChatId chat, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
        {
            Failures++;
            throw failure;
        }

        return Task.FromResult<IReadOnlyList<ChatSettings>>(
            [.. _chats.Values.Where(settings => (settings.Chat.Platform, settings.Chat.Chat) == (chat.Platform, chat.Chat))]);
    }

    public Task SaveChatAsync(ChatSettings settings, CancellationToken cancellationToken)
    {
        _chats[settings.Chat] = settings;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Subscription>> ListAsync(ChatId chat, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Subscription>>(_subscriptions.TryGetValue(chat, out var subscription) ? [subscription] : []);

    public Task<IReadOnlyList<Subscription>> SaveAsync(IReadOnlyList<Subscription> subscriptions, CancellationToken cancellationToken) =>
        Task.FromResult(subscriptions);

    public Task<bool> TurnSerialAsync(Subscription subscription, SerialPlace place, long? position, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> RemoveAsync(Subscription subscription, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ManagedChat?> GetManagedAsync(ChatId from, CancellationToken cancellationToken) => Task.FromResult(_managed.GetValueOrDefault(from));

    public Task SetManagedAsync(ChatId from, ManagedChat? managed, CancellationToken cancellationToken)
    {
        _managed[from] = managed;
        return Task.CompletedTask;
    }

    public Task MoveChatAsync(ChatId from, ChatId to, CancellationToken cancellationToken)
    {
        Moves.Enqueue((from, to));
        return Task.CompletedTask;
    }

    public Task ForgetAsync(ChatId chat, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Edition>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Edition>>([]);

    public Task<IReadOnlyList<Edition>> RecordAsync(IReadOnlyList<Article> articles, DateTimeOffset now, CancellationToken cancellationToken) =>
        articles.Count == 0 ? Task.FromResult<IReadOnlyList<Edition>>([]) : throw new NotSupportedException();

    public Task<int> PruneAsync(DateTimeOffset followedBefore, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task FillAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<IndexedPlace>> FindAsync(SearchQuery query, bool all, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IndexedPlace>>([]);
}
