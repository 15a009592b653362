using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>A rendered message, stored once however many chats get it.</summary>
internal static class MessageSql
{
    private const string Add = "INSERT INTO messages (created_at) VALUES (@Now) RETURNING id";

    private const string AddPart = "INSERT INTO message_parts (message, part, body) VALUES (@Message, @Part, @Body)";

    private const string AddArticle = "INSERT INTO message_articles (message, article) VALUES (@Message, @Article) ON CONFLICT DO NOTHING";

    public const string Delete = "DELETE FROM messages WHERE id = @Message";

    /// <summary>Stores a message and returns its id.</summary>
    public static async Task<long> AddAsync(Session session, IReadOnlyList<string> parts, DateTimeOffset now)
    {
        var message = await session.FirstAsync<long>(Add, new { Now = now.ToUnixTimeMilliseconds() });
        for (var part = 0; part < parts.Count; part++)
            await session.ExecuteAsync(AddPart, new { Message = message, Part = part, Body = parts[part] });
        return message;
    }

    /// <summary>Stores what becomes of a due group and returns its id.</summary>
    public static async Task<long> AddAsync(Session session, DuePost post, DateTimeOffset now)
    {
        var message = await AddAsync(session, post.Parts, now);
        foreach (var article in post.Articles)
            await session.ExecuteAsync(AddArticle, new { Message = message, Article = article.Value });
        return message;
    }
}
