using DigestBot.Delivery;
using DigestBot.Storage.Ledger;

namespace DigestBot.Storage;

/// <summary>Announcements in the database: a statement for all chats of a platform, however many they are.</summary>
internal sealed class AnnouncementStore(Database database) : IAnnouncementStore
{
    /// <summary>Of a chat's threads the first: the chat itself, where it is among them.</summary>
    private const string Chats = """
        SELECT c.platform, c.chat, min(c.thread) AS thread FROM chats c
        WHERE (c.pause_since IS NULL OR c.pause_until <= @Now)
            AND EXISTS (SELECT 1 FROM subscriptions s WHERE s.platform = c.platform AND s.chat = c.chat AND s.thread = c.thread)
        GROUP BY c.platform, c.chat
        """;

    private const string Count = $"SELECT platform, count(*) AS chats FROM ({Chats}) reached GROUP BY platform";

    private const string Insert = $"""
        INSERT INTO deliveries (message, part, platform, chat, thread, request, lane, due_at, not_before, expires_at)
        SELECT p.message, p.part, r.platform, r.chat, r.thread, @Request || r.chat, @Lane, @Now, @Now, @ExpiresAt
        FROM ({Chats}) r
        JOIN chats c ON c.platform = r.platform AND c.chat = r.chat AND c.thread = r.thread AND c.silent = @Silent
        JOIN message_parts p ON p.message = @Message
        WHERE r.platform = @Platform
        ORDER BY r.chat, r.thread, p.part
        ON CONFLICT DO NOTHING
        """;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<CountRow>(Count, new { Now = now.ToUnixTimeMilliseconds() }), cancellationToken);
        return rows.ToDictionary(row => row.Platform, row => (int)row.Chats);
    }

    public Task<int> EnqueueAsync(Announcement announcement, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async session => await EnqueueAsync(session, announcement, announcement.Parts, isSilent: false, now)
            + await EnqueueAsync(session, announcement, announcement.SilentParts, isSilent: true, now),
        "announcement " + announcement.Key,
        cancellationToken);

    private static async Task<int> EnqueueAsync(Session session, Announcement announcement, IReadOnlyList<string> parts, bool isSilent, DateTimeOffset now)
    {
        var message = await MessageSql.AddAsync(session, parts, now);
        var rows = await session.ExecuteAsync(Insert, new
        {
            Message = message,
            announcement.Platform,
            Request = $"announcement:{announcement.Key}:{announcement.Platform}:",
            Lane = (int)Lane.Broadcast,
            Now = now.ToUnixTimeMilliseconds(),
            ExpiresAt = announcement.ExpiresAt.ToUnixTimeMilliseconds(),
            Silent = isSilent ? 1 : 0,
        });
        return rows / parts.Count;
    }

    private sealed record CountRow
    {
        public string Platform { get; init; } = "";
        public long Chats { get; init; }
    }
}
