namespace DigestBot.Storage.Ledger;

/// <summary>A rendered message, stored once however many chats get it.</summary>
internal static class MessageSql
{
    private const string Add = "INSERT INTO messages (created_at) VALUES (@Now) RETURNING id";

    private const string AddPart = "INSERT INTO message_parts (message, part, body) VALUES (@Message, @Part, @Body)";

    public const string Delete = "DELETE FROM messages WHERE id = @Message";

    /// <summary>Stores a message and returns its id.</summary>
    public static async Task<long> AddAsync(Session session, IReadOnlyList<string> parts, DateTimeOffset now)
    {
        var message = await session.FirstAsync<long>(Add, new { Now = now.ToUnixTimeMilliseconds() });
        for (var part = 0; part < parts.Count; part++)
            await session.ExecuteAsync(AddPart, new { Message = message, Part = part, Body = parts[part] });
        return message;
    }
}
