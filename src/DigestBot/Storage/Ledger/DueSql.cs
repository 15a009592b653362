namespace DigestBot.Storage.Ledger;

/// <summary>The statements that find what is due and enqueue it.</summary>
internal sealed class DueSql(Database database)
{
    /// <summary>Whether the chat row <c>c</c> is one that nothing is posted to at <c>@Now</c>.</summary>
    public const string IsPaused = "c.pause_since IS NOT NULL AND (c.pause_until IS NULL OR c.pause_until > @Now)";

    private const string WithChat = "subscriptions s JOIN chats c ON c.platform = s.platform AND c.chat = s.chat AND c.thread = s.thread";

    private const string GroupColumns = """
        s.platform, s.wants, s.schedule, s.position, s.serial_article, s.serial_posted, s.after_pause, s.next_slot, s.next_due,
        c.language, c.zone, c.quiet_from, c.quiet_to, c.silent, c.pin, c.rich, c.layout
        """;

    public const string Find = $"""
        SELECT {GroupColumns} FROM {WithChat}
        WHERE s.next_due <= @Now AND NOT ({IsPaused})
        GROUP BY {GroupColumns}
        ORDER BY s.next_due, s.platform, s.wants
        """;

    /// <summary>
    /// Moves up to <c>@Most</c> members on, those after the id <c>@After</c> that are one writer's, and returns their ids. The
    /// slot is asked for once more in the outer condition: another instance may have moved a member on between the two; the
    /// sign before it keeps SQLite on the ids, away from an index in which a hundred thousand may share one instant.
    /// </summary>
    public string MoveOn { get; } = $"""
        UPDATE subscriptions
        SET position = @NewPosition, serial_article = @NewSerialArticle, serial_posted = @NewSerialPosted,
            last_slot = next_slot, next_slot = @NewSlot, next_due = @NewDue, after_pause = CASE WHEN @Posts = 1 THEN 0 ELSE after_pause END
        WHERE next_slot = @NextSlot AND +next_due = @NextDue AND id IN (
            SELECT s.id FROM {WithChat}
            WHERE s.next_due = @NextDue AND s.target = @Target AND s.next_slot = @NextSlot AND s.platform = @Platform
                AND s.wants = @Wants AND s.schedule = @Schedule AND s.after_pause = @AfterPause
                AND s.position IS NOT DISTINCT FROM @Position
                AND s.serial_article IS NOT DISTINCT FROM @SerialArticle AND s.serial_posted IS NOT DISTINCT FROM @SerialPosted
                AND c.language IS NOT DISTINCT FROM @Language AND c.zone = @Zone
                AND c.quiet_from IS NOT DISTINCT FROM @QuietFrom AND c.quiet_to IS NOT DISTINCT FROM @QuietTo
                AND c.silent = @Silent AND c.pin = @Pin AND c.rich = @Rich AND c.layout IS NOT DISTINCT FROM @Layout AND NOT ({IsPaused})
                AND s.id > @After AND s.id % @Writers = @Writer
            ORDER BY s.id LIMIT @Most {database.ClaimOf("s")})
        RETURNING id
        """;

    /// <summary>A subscription's parts follow one another in the order of their ids.</summary>
    public string Insert { get; } = InsertFor($"""
        {database.RowsTable} r JOIN subscriptions s ON s.id = CAST(r.value ->> 0 AS bigint)
        """);

    /// <summary>Both at once, where the database can; returns how many it moved, up to which id, and how many rows it inserted.</summary>
    public string MoveAndInsert => $"""
        WITH moved AS ({MoveOn}, platform, chat, thread), added AS ({InsertFor("moved s")} RETURNING 1)
        SELECT (SELECT count(*) FROM moved) AS moved, (SELECT max(id) FROM moved) AS last, (SELECT count(*) FROM added) AS inserted
        """;

    private static string InsertFor(string members) => $"""
        INSERT INTO deliveries (message, part, platform, chat, thread, subscription, slot, lane, due_at, not_before, expires_at)
        SELECT p.message, p.part, s.platform, s.chat, s.thread, s.id, @NextSlot, 1, @NextDue, @NextDue, @ExpiresAt
        FROM {members}
        JOIN message_parts p ON p.message = @Message
        WHERE NOT EXISTS (SELECT 1 FROM deliveries had WHERE had.subscription = s.id AND had.slot = @NextSlot)
        ORDER BY s.id, p.part
        """;

    public const string HasRequest = "SELECT 1 FROM deliveries WHERE request = @Request LIMIT 1";

    public const string InsertRequest = """
        INSERT INTO deliveries (message, part, platform, chat, thread, request, lane, due_at, not_before, expires_at)
        SELECT message, part, @Platform, @Chat, @Thread, @Request, @Lane, @Now, @Now, @ExpiresAt FROM message_parts
        WHERE message = @Message ORDER BY part
        """;
}
