namespace DigestBot.Storage.Ledger;

/// <summary>The statements that record what became of deliveries.</summary>
internal sealed class OutcomeSql(Database database)
{
    /// <summary>
    /// Only what this owner still holds, and in the very attempt it speaks of. The sum keeps a planner from looking each of the
    /// given rows up among all that are open: it thinks those are few.
    /// </summary>
    public const string IsHeld =
        "deliveries.id = r.id AND deliveries.attempt = r.attempt AND deliveries.owner = @Owner AND deliveries.state + 0 = 0";

    public string End { get; } = $"""
        {database.ByKeptPlan}UPDATE deliveries
        SET state = r.state, owner = NULL, lease_until = NULL, done_at = @Now, sent_id = r.sent_id, reason = r.reason,
            unanswered_at = CASE WHEN r.state = 5 THEN COALESCE(unanswered_at, sending_at, @Now) ELSE unanswered_at END
        FROM (
            SELECT CAST(value ->> 0 AS bigint) AS id, CAST(value ->> 1 AS integer) AS attempt,
                CAST(value ->> 2 AS integer) AS state, value ->> 3 AS sent_id, value ->> 4 AS reason
            FROM {database.RowsTable}) r
        WHERE {database.OnlyRowsGiven}{IsHeld}
        RETURNING deliveries.id, deliveries.attempt
        """;

    public string PutBack { get; } = $"""
        {database.ByKeptPlan}UPDATE deliveries
        SET owner = NULL, lease_until = NULL, sending_at = NULL, not_before = r.not_before, reason = r.reason,
            unanswered_at = CASE WHEN r.unanswered = 1 THEN COALESCE(unanswered_at, sending_at, @Now) ELSE unanswered_at END,
            expires_at = CASE WHEN r.unanswered = 1 AND COALESCE(unanswered_at, sending_at, @Now) + r.resend_within < expires_at
                THEN COALESCE(unanswered_at, sending_at, @Now) + r.resend_within ELSE expires_at END
        FROM (
            SELECT CAST(value ->> 0 AS bigint) AS id, CAST(value ->> 1 AS integer) AS attempt,
                CAST(value ->> 2 AS bigint) AS not_before, CAST(value ->> 3 AS integer) AS unanswered,
                CAST(value ->> 4 AS bigint) AS resend_within, value ->> 5 AS reason
            FROM {database.RowsTable}) r
        WHERE {database.OnlyRowsGiven}{IsHeld}
        RETURNING deliveries.id, deliveries.attempt
        """;

    public const string FailLaterParts = $"""
        UPDATE deliveries SET state = 4, owner = NULL, lease_until = NULL, done_at = @Now, reason = @Reason
        WHERE platform = @Platform AND chat = @Chat AND thread = @Thread AND {LeaseSql.Waits} AND id > @Id
            AND message = (SELECT message FROM deliveries WHERE id = @Id)
        """;

    /// <summary>
    /// Only what has something to rest: an answer that could not reach somebody who never began a chat with the bot must not
    /// leave a pause behind that nothing lifts. One that somebody asked for is kept beneath.
    /// </summary>
    public const string PauseChat = """
        UPDATE chats SET asked_since = CASE WHEN pause_by_platform = 1 THEN asked_since ELSE pause_since END,
            asked_until = CASE WHEN pause_by_platform = 1 THEN asked_until ELSE pause_until END,
            pause_by_platform = 1, pause_reason = @Reason, pause_since = @Now, pause_until = NULL
        WHERE platform = @Platform AND chat = @Chat AND (@Whole = 1 OR thread = @Thread) AND EXISTS (
            SELECT 1 FROM subscriptions s WHERE s.platform = chats.platform AND s.chat = chats.chat AND s.thread = chats.thread)
        """;

    public const string MarkPaused = """
        UPDATE subscriptions SET after_pause = 1 WHERE platform = @Platform AND chat = @Chat AND (@Whole = 1 OR thread = @Thread)
        """;

    public const string FailOpenOfChat = $"""
        UPDATE deliveries SET state = 4, owner = NULL, lease_until = NULL, done_at = @Now, reason = @Reason
        WHERE platform = @Platform AND chat = @Chat AND (@Whole = 1 OR thread = @Thread) AND {LeaseSql.Waits}
        """;

    public const string Hold = """
        INSERT INTO holds (platform, chat, not_before) VALUES (@Platform, @Chat, @NotBefore)
        ON CONFLICT (platform, chat) DO UPDATE SET not_before = @NotBefore WHERE holds.not_before < @NotBefore
        """;
}
