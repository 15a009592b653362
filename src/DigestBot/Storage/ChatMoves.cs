using DigestBot.Chats;

namespace DigestBot.Storage;

/// <summary>Takes everything that is kept about a chat to another id, or away.</summary>
internal static class ChatMoves
{
    /// <summary>
    /// Settings, subscriptions and open deliveries go over. Where the new chat has the same already, its own stays; a slot
    /// that it has had is not sent again.
    /// </summary>
    public static async Task MoveAsync(Session session, ChatId from, ChatId to, DateTimeOffset now)
    {
        if (from == to)
            return;

        var (old, target) = (ChatKey.Of(from), ChatKey.Of(to));
        var values = new
        {
            old.Platform,
            old.Chat,
            old.Thread,
            ToPlatform = target.Platform,
            ToChat = target.Chat,
            ToThread = target.Thread,
            Now = now.ToUnixTimeMilliseconds(),
        };
        foreach (var statement in ChatSql.Move)
            await session.ExecuteAsync(statement, values);
    }

    /// <summary>Digests and announcements stay as texts, which nothing links to the chat any more, until pruning takes them.</summary>
    public static async Task ForgetAsync(Session session, Database database, ChatId chat)
    {
        var key = ChatKey.Of(chat);
        var messages = await session.QueryAsync<long>(ChatSql.AnswersTo, key);
        foreach (var statement in ChatSql.Forget)
            await session.ExecuteAsync(statement, key);
        await session.ExecuteAsync(ChatSql.ForgetMessages(database), new { Rows = Rows.Of(messages) });
    }
}
