namespace DigestBot.Storage.Ledger;

/// <summary>The statements that find what is due and enqueue it.</summary>
internal sealed class DueSql(Database database)
{
    /// <summary>Whether the chat row <c>c</c> is one that nothing is posted to at <c>@Now</c>.</summary>
    public const string IsPaused = "c.pause_since IS NOT NULL AND (c.pause_until IS NULL OR c.pause_until > @Now)";

    private const string HadSlot = "CASE WHEN s.last_slot = s.next_slot THEN 1 ELSE 0 END";

    private const string OfChat = "c.platform = s.platform AND c.chat = s.chat AND c.thread = s.thread";

    /// <summary>From one to the next in the index of all subscriptions, each by one look.</summary>
    public const string Platforms = """
        WITH RECURSIVE p (platform) AS (
            SELECT min(platform) FROM subscriptions
            UNION ALL
            SELECT (SELECT min(platform) FROM subscriptions WHERE platform > p.platform) FROM p WHERE p.platform IS NOT NULL)
        SELECT platform FROM p WHERE platform IS NOT NULL
        """;

    /// <summary>
    /// The first members of a platform that are due after one, in the order of the index. The platform is compared as an expression: SQLite
    /// would otherwise read all that is subscribed there, and sort it, whether it is due or not.
    /// </summary>
    public string Find { get; } = $"""
        SELECT s.id, s.{database.DueColumn} AS found_at, s.platform, s.target, s.wants, s.schedule, s.position, s.serial_article, s.serial_posted,
            s.after_pause, {HadSlot} AS had_slot, s.next_slot, s.next_due, c.language, c.zone, c.quiet_from, c.quiet_to, c.silent, c.pin, c.rich, c.layout, c.forum
        FROM subscriptions s JOIN chats c ON {OfChat}
        WHERE s.{database.DueColumn} <= @Now AND s.next_due <= @Now AND s.platform || '' = @Platform
            AND (s.{database.DueColumn}, s.target, s.id) > (@FoundAt, @Target, @Id) AND NOT ({IsPaused})
        ORDER BY s.{database.DueColumn}, s.target, s.id LIMIT @Most
        """;

    /// <summary>
    /// Up to which id the next <c>@Most</c> subscriptions after <c>@After</c> go that may be members, and how many they are.
    /// From the index alone.
    /// </summary>
    public string Reach { get; } = $"""
        SELECT COALESCE(max(id), 0) AS through, count(*) AS count FROM (
            SELECT id FROM subscriptions WHERE {database.DueColumn} = @NextDue AND target = @Target AND id > @After ORDER BY id LIMIT @Most) r
        """;

    /// <summary>
    /// The members among the ids of one reach. The chat is asked for one by one: a planner that thinks few chats are like this
    /// would begin with all that are.
    /// </summary>
    private string IsMember => $"""
        s.{database.DueColumn} = @NextDue AND s.next_due = @NextDue AND s.target = @Target AND s.id > @After AND s.id <= @Through
            AND s.next_slot = @NextSlot AND s.platform = @Platform
            AND s.wants = @Wants AND s.schedule = @Schedule AND s.after_pause = @AfterPause AND {HadSlot} = @HadSlot
            AND s.position IS NOT DISTINCT FROM @Position
            AND s.serial_article IS NOT DISTINCT FROM @SerialArticle AND s.serial_posted IS NOT DISTINCT FROM @SerialPosted
            AND 1 = (
                SELECT 1 FROM chats c WHERE {OfChat}
                    AND c.language IS NOT DISTINCT FROM @Language AND c.zone = @Zone
                    AND c.quiet_from IS NOT DISTINCT FROM @QuietFrom AND c.quiet_to IS NOT DISTINCT FROM @QuietTo
                    AND c.silent = @Silent AND c.pin = @Pin AND c.rich = @Rich AND c.layout IS NOT DISTINCT FROM @Layout
                    AND c.forum = @Forum AND NOT ({IsPaused}))
        """;

    /// <summary>
    /// Moves the members of a reach on. Where another instance does the same, PostgreSQL waits for its row and then asks for
    /// the slot once more: each member is moved by one of them.
    /// </summary>
    public string MoveOn => $"""
        UPDATE subscriptions AS s
        SET position = @NewPosition, serial_article = @NewSerialArticle, serial_posted = @NewSerialPosted, last_slot = s.next_slot,
            next_slot = @NewSlot, next_due = @NewDue, after_pause = CASE WHEN @Posts = 1 THEN 0 ELSE s.after_pause END
        WHERE {IsMember}
        """;

    /// <summary>Inserts what the members of a reach get, before they are moved on; for a database with one writer at a time.</summary>
    public string Insert => $"{InsertFrom} subscriptions s {Parts} AND {IsMember} {InOrder}";

    /// <summary>Both at once, where the database can, which looks for the members once; returns how many rows it inserted.</summary>
    public string MoveOnAndInsert => $"""
        {database.ByIndex}WITH moved AS ({MoveOn} RETURNING s.id, s.platform, s.chat, s.thread), added AS ({InsertFrom} moved s {Parts} {InOrder} RETURNING 1)
        SELECT count(*) FROM added
        """;

    /// <summary>Lets the indexed column follow; null where it is the moving one itself.</summary>
    public string? Settle { get; } = database.DueColumn == Database.NextDue ? null : $"""
        UPDATE subscriptions SET {database.DueColumn} = next_due WHERE id IN (
            SELECT id FROM subscriptions
            WHERE {database.DueColumn} <= @Now AND (next_due IS NULL OR next_due > {database.DueColumn}) LIMIT @Most {database.ClaimOf("subscriptions")})
        """;

    private const string InsertFrom = """
        INSERT INTO deliveries (message, part, platform, chat, thread, subscription, slot, lane, due_at, not_before, expires_at)
        SELECT p.message, p.part, s.platform, s.chat, s.thread, s.id, @NextSlot, 1, @NextDue, @NextDue, @ExpiresAt
        FROM
        """;

    private const string Parts = """
        JOIN message_parts p ON p.message = @Message
        WHERE NOT EXISTS (SELECT 1 FROM deliveries had WHERE had.subscription = s.id AND had.slot = @NextSlot)
        """;

    /// <summary>A subscription's parts follow one another in the order of their ids.</summary>
    private const string InOrder = "ORDER BY s.id, p.part";

    public const string HasRequest = "SELECT 1 FROM deliveries WHERE request = @Request LIMIT 1";

    public const string InsertRequest = """
        INSERT INTO deliveries (message, part, platform, chat, thread, request, lane, due_at, not_before, expires_at)
        SELECT message, part, @Platform, @Chat, @Thread, @Request, @Lane, @Now, @Now, @ExpiresAt FROM message_parts
        WHERE message = @Message ORDER BY part
        """;
}
