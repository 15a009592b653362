using DigestBot.Storage.Ledger;

namespace DigestBot.Storage;

/// <summary>The statements that move or forget a chat, in the order they run.</summary>
internal static class ChatSql
{
    private const string Here = "platform = @Platform AND chat = @Chat AND thread = @Thread";

    /// <summary>Rows of <c>managing</c> that stand for the chat.</summary>
    private const string Managed = "platform = @Platform AND managed_chat = @Chat AND managed_thread = @Thread";

    /// <summary>Pairs of subscriptions to the same target, one in the chat that moves (m) and one where it moves to (t).</summary>
    private const string Twins = """
        subscriptions m JOIN subscriptions t ON t.target = m.target
            AND t.platform = @ToPlatform AND t.chat = @ToChat AND t.thread = @ToThread
        WHERE m.platform = @Platform AND m.chat = @Chat AND m.thread = @Thread
        """;

    public static IReadOnlyList<string> Move { get; } =
    [
        // A chat that lives on is not blocked: only a pause that somebody asked for goes along.
        $"""
        INSERT INTO chats (platform, chat, thread, language, zone, quiet_from, quiet_to, silent, pin, rich, layout, pause_reason, pause_since, pause_until)
        SELECT @ToPlatform, @ToChat, @ToThread, language, zone, quiet_from, quiet_to, silent, pin, rich, layout,
               CASE WHEN pause_by_platform = 0 THEN pause_reason END,
               CASE WHEN pause_by_platform = 0 THEN pause_since ELSE asked_since END,
               CASE WHEN pause_by_platform = 0 THEN pause_until ELSE asked_until END
        FROM chats WHERE {Here}
        ON CONFLICT (platform, chat, thread) DO NOTHING
        """,
        $"""
        UPDATE deliveries
        SET state = 4, done_at = @Now, reason = 'the chat it moved to has had this slot', owner = NULL, lease_until = NULL
        WHERE {Here} AND {LeaseSql.Waits} AND EXISTS (
            SELECT 1 FROM deliveries had, {Twins}
            AND m.id = deliveries.subscription AND had.subscription = t.id AND had.slot = deliveries.slot)
        """,
        $"""
        UPDATE deliveries SET subscription = (SELECT t.id FROM {Twins} AND m.id = deliveries.subscription)
        WHERE {Here} AND {LeaseSql.Waits} AND subscription IN (SELECT m.id FROM {Twins})
        """,
        $"DELETE FROM subscriptions WHERE id IN (SELECT m.id FROM {Twins})",
        $"UPDATE subscriptions SET platform = @ToPlatform, chat = @ToChat, thread = @ToThread WHERE {Here}",
        $"UPDATE deliveries SET platform = @ToPlatform, chat = @ToChat, thread = @ToThread WHERE {Here} AND done_at IS NULL",
        $"DELETE FROM chats WHERE {Here}",
        $"UPDATE votes SET chat = @ToChat, thread = @ToThread WHERE {Here} AND platform = @ToPlatform",
        $"UPDATE tallies SET chat = @ToChat, thread = @ToThread WHERE {Here} AND platform = @ToPlatform",
        // A chat that goes on under another number has other numbers for its messages too.
        $"DELETE FROM pins WHERE {Here}",
        $"DELETE FROM managing WHERE {Here}",
        $"UPDATE managing SET managed_chat = @ToChat, managed_thread = @ToThread WHERE {Managed} AND platform = @ToPlatform",
    ];

    /// <summary>
    /// Its answers, which it alone has got. What it shares with others is a digest or an announcement: pruning takes that when
    /// nobody needs it any more. Just now more may be about to get it.
    /// </summary>
    public const string AnswersTo = $"SELECT DISTINCT message FROM deliveries WHERE {Here} AND lane = 0";

    public static IReadOnlyList<string> Forget { get; } =
    [
        $"DELETE FROM subscriptions WHERE {Here}",
        $"DELETE FROM chats WHERE {Here}",
        $"DELETE FROM deliveries WHERE {Here}",
        // A person's own chat has the person's number: what was voted elsewhere goes too.
        "DELETE FROM votes WHERE platform = @Platform AND (chat = @Chat AND thread = @Thread OR voter = @Chat)",
        $"DELETE FROM tallies WHERE {Here}",
        $"DELETE FROM pins WHERE {Here}",
        $"DELETE FROM forum_posts WHERE {Here}",
        $"DELETE FROM managing WHERE {Here}",
        $"DELETE FROM managing WHERE {Managed}",
    ];

    public static string ForgetMessages(Database database) =>
        $"DELETE FROM messages WHERE id IN (SELECT CAST(value ->> 0 AS bigint) FROM {database.RowsTable})";
}
