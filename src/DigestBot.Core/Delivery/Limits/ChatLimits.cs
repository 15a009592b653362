using DigestBot.Chats;

namespace DigestBot.Delivery.Limits;

/// <summary>
/// When each chat may be sent to again. One send at a time; the least time between two and a group's sliding minute are
/// counted from the moment the answer came, so that they hold however long a message was on its way. A chat's threads share
/// its limits. Chats that may be sent to at once are forgotten: memory follows the rate, not the number of chats.
/// </summary>
internal sealed class ChatLimits(SendLimits limits, Func<ChatId, bool> isGroup)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private const int FewChats = 256;

    private readonly Dictionary<string, Chat> _chats = new(StringComparer.Ordinal);
    private int _sweepAt = FewChats;

    /// <summary>How many chats are remembered.</summary>
    public int Count => _chats.Count;

    /// <summary>When the chat may be sent to; null while a send to it is under way.</summary>
    public TimeSpan? ReadyAt(ChatId id, TimeSpan now)
    {
        if (!_chats.TryGetValue(id.Chat, out var chat))
            return now;
        if (chat.IsBusy)
            return null;

        Forget(chat, now);
        var ready = chat.NotBefore > now ? chat.NotBefore : now;
        if (chat.LastMinute?.Count >= limits.GroupPerMinute && chat.LastMinute.Peek() + Minute is var free && free > ready)
            ready = free;
        return ready;
    }

    /// <summary>A send to the chat starts.</summary>
    public void Begin(ChatId id, TimeSpan now)
    {
        Sweep(now);
        Of(id).IsBusy = true;
    }

    /// <summary>It ended; where nothing left, it does not count.</summary>
    public void End(ChatId id, TimeSpan now, bool counts)
    {
        var chat = Of(id);
        chat.IsBusy = false;
        if (!counts)
            return;

        Hold(id, now + limits.ChatInterval);
        if (limits.GroupPerMinute is not null && isGroup(id))
            (chat.LastMinute ??= new Queue<TimeSpan>()).Enqueue(now);
    }

    /// <summary>Nothing goes to the chat before <paramref name="until"/>.</summary>
    public void Hold(ChatId id, TimeSpan until)
    {
        var chat = Of(id);
        if (until > chat.NotBefore)
            chat.NotBefore = until;
    }

    private Chat Of(ChatId id)
    {
        if (!_chats.TryGetValue(id.Chat, out var chat))
            _chats.Add(id.Chat, chat = new Chat());
        return chat;
    }

    /// <summary>Each time the number has doubled, so that it costs nothing in the mean.</summary>
    private void Sweep(TimeSpan now)
    {
        if (_chats.Count < _sweepAt)
            return;

        foreach (var (id, chat) in _chats)
        {
            Forget(chat, now);
            if (!chat.IsBusy && chat.NotBefore <= now && chat.LastMinute is not { Count: > 0 })
                _chats.Remove(id);
        }

        _sweepAt = Math.Max(FewChats, _chats.Count * 2);
    }

    private static void Forget(Chat chat, TimeSpan now)
    {
        while (chat.LastMinute is not null && chat.LastMinute.TryPeek(out var ended) && ended + Minute <= now)
            chat.LastMinute.Dequeue();
    }

    private sealed class Chat
    {
        public bool IsBusy { get; set; }

        public TimeSpan NotBefore { get; set; }

        public Queue<TimeSpan>? LastMinute { get; set; }
    }
}
