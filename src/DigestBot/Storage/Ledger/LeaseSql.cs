namespace DigestBot.Storage.Ledger;

/// <summary>
/// The statements that take deliveries out of the queue and put them back. The numbers are those of
/// <see cref="DigestBot.Delivery.DeliveryState"/> and <see cref="DigestBot.Delivery.Lane"/>; they stand in the text because
/// the partial indexes hold them. What is leased keeps the number of what is pending and has an <c>owner</c>, what is on its way
/// has <c>sending_at</c> besides, and no index holds either: leasing a row, putting it on record as leaving and putting it back
/// leave every index as it is, unless the row is then worth less time than before.
/// </summary>
internal sealed class LeaseSql(Database database)
{
    /// <summary>A row's <see cref="DigestBot.Delivery.DeliveryState"/>, told from the three columns that make it.</summary>
    public const string StateOf = "CASE WHEN owner IS NULL THEN state WHEN sending_at IS NULL THEN 1 ELSE 2 END";

    /// <summary>Leased or on its way. No index tells it from what is pending: all that is open is looked through.</summary>
    private const string IsHeld = "platform = @Platform AND state = 0 AND owner IS NOT NULL";

    /// <summary>Neither done nor on its way.</summary>
    public const string Waits = "done_at IS NULL AND sending_at IS NULL";

    /// <summary>Stands in <c>holds</c> for all chats of a platform: a flood of the whole lane outlives the process that met it.</summary>
    public const string WholePlatform = "";

    private const string IsPausedChat = $"""
        (SELECT 1 FROM chats c WHERE c.platform = d.platform AND c.chat = d.chat AND c.thread = d.thread AND {DueSql.IsPaused}) IS NOT NULL
        """;

    /// <summary>
    /// Whether neither the platform nor the chat of the row <c>d</c> waits, and the chat is not paused; answers go to paused chats.
    /// Asked row by row, each a look into an index: a planner that takes the tables for empty would join them, and pair each row with every other.
    /// </summary>
    public const string MayBeLeased = $"""
        (SELECT 1 FROM holds h WHERE h.platform = @Platform AND h.chat = '{WholePlatform}' AND h.not_before > @Now) IS NULL
                AND (SELECT 1 FROM holds h WHERE h.platform = d.platform AND h.chat = d.chat AND h.not_before > @Now) IS NULL
                AND (d.lane = 0 OR NOT {IsPausedChat})
        """;

    /// <summary>
    /// Whether the time of the row <c>d</c> has come. What was never told to wait goes whatever the clock says: it is enqueued when
    /// it is due, and a clock that is set back holds none of it up.
    /// </summary>
    public const string IsTime = "(d.not_before <= @Now OR d.not_before = d.due_at)";

    /// <summary>
    /// Whether the row <c>d</c> is still worth something. As a sum, which no index holds: a planner would otherwise go through all
    /// that have not expired, in the order in which they will, to find the few that are due first.
    /// </summary>
    public const string IsWorthIt = "d.expires_at + 0 > @Now";

    private const string StandsBack = """
        (
            SELECT 1 FROM deliveries e
            WHERE e.platform = d.platform AND e.chat = d.chat AND e.thread = d.thread AND e.done_at IS NULL
                AND (e.owner IS NOT NULL OR e.lane = d.lane AND e.id < d.id AND e.expires_at + 0 > @Now) LIMIT 1) IS NOT NULL
        """;

    /// <summary>
    /// Milliseconds; no platform is held and nothing is leased for longer than half of this. What says otherwise was written by a
    /// clock that has been set back since, and its owner is not waited for.
    /// </summary>
    private const string TooFarAhead = "600000";

    public const string HoldPlatform = $"""
        INSERT INTO platforms (platform, owner, held_until) VALUES (@Platform, @Owner, @Until)
        ON CONFLICT (platform) DO UPDATE SET owner = @Owner, held_until = @Until
        WHERE platforms.owner = @Owner OR platforms.held_until <= @Now OR platforms.held_until > @Now + {TooFarAhead}
        """;

    public const string LetPlatformGo = "DELETE FROM platforms WHERE platform = @Platform AND owner = @Owner";

    /// <summary>Where an attempt was made whose answer never came, nobody can tell whether it arrived: it is unknown, not expired.</summary>
    public const string Expire = """
        UPDATE deliveries
        SET state = CASE WHEN unanswered_at IS NULL THEN 6 ELSE 5 END, done_at = @Now,
            reason = CASE WHEN unanswered_at IS NULL THEN 'waited too long' ELSE reason END
        WHERE platform = @Platform AND state = 0 AND owner IS NULL AND expires_at <= @Now
        """;

    /// <summary>
    /// A chat's deliveries go one at a time, and those of one lane in the order they came: a row stands back where another of
    /// its chat is on its way or an earlier one of its lane is open. By the index of what is pending, in its order: a planner that has
    /// last seen an empty queue would go through all that is open, and look at each row's chat, to sort them.
    /// </summary>
    public string Lease { get; } = $"""
        {database.ByIndex}WITH picked AS MATERIALIZED (
            SELECT d.id FROM deliveries d
            WHERE d.platform = @Platform AND d.lane = @Lane AND d.state = 0 AND d.owner IS NULL AND {IsWorthIt} AND {IsTime}
                AND {MayBeLeased}
                AND NOT {StandsBack}
            ORDER BY d.due_at, d.id
            LIMIT @Most {database.ClaimOf("d")})
        UPDATE deliveries SET owner = @Owner, lease_until = @Until, attempt = attempt + 1
        WHERE {database.IsOneOf("id", "SELECT id FROM picked")}
        RETURNING id, message, part, platform, chat, thread, lane, attempt, due_at, expires_at
        """;

    public string Parts { get; } = $"""
        SELECT message, part, body FROM message_parts
        WHERE message IN (SELECT CAST(value ->> 0 AS bigint) FROM {database.RowsTable})
        """;

    public string Begin { get; } = $"""
        {database.ByKeptPlan}UPDATE deliveries SET sending_at = @Now
        FROM (SELECT CAST(value ->> 0 AS bigint) AS id, CAST(value ->> 1 AS integer) AS attempt FROM {database.RowsTable}) r
        WHERE {database.OnlyRowsGiven}{OutcomeSql.IsHeld} AND deliveries.sending_at IS NULL
        RETURNING deliveries.id, deliveries.attempt
        """;

    public const string Release = $"""
        UPDATE deliveries SET owner = NULL, lease_until = NULL
        WHERE {IsHeld} AND sending_at IS NULL AND owner = @Owner
        """;

    public const string TakeBack = $"""
        UPDATE deliveries SET owner = NULL, lease_until = NULL
        WHERE {IsHeld} AND sending_at IS NULL AND owner <> @Owner
        """;

    private const string HasRunOut = $"(lease_until <= @Now OR lease_until > @Now + {TooFarAhead})";

    public const string AnyRunOut = $"SELECT 1 FROM deliveries WHERE {IsHeld} AND {HasRunOut} LIMIT 1";

    public const string LeasesRunOut = $"""
        UPDATE deliveries SET owner = NULL, lease_until = NULL
        WHERE {IsHeld} AND sending_at IS NULL AND {HasRunOut}
        """;

    /// <summary>
    /// Where a second send is told by its nonce, only for as long as that is sure: not by a clock that is behind the one that wrote
    /// down when the first was begun.
    /// </summary>
    public const string SendsRunOutToResend = $"""
        UPDATE deliveries
        SET owner = NULL, lease_until = NULL, sending_at = NULL, not_before = @Now, unanswered_at = COALESCE(unanswered_at, sending_at),
            reason = 'the bot stopped while it was on its way',
            expires_at = CASE WHEN COALESCE(unanswered_at, sending_at) + @ResendWithin < expires_at
                THEN COALESCE(unanswered_at, sending_at) + @ResendWithin ELSE expires_at END
        WHERE {IsHeld} AND sending_at IS NOT NULL AND {HasRunOut}
            AND COALESCE(unanswered_at, sending_at) + @ResendWithin > @Now
            AND (COALESCE(unanswered_at, sending_at) <= @Now OR @AnyTime = 1)
        """;

    /// <summary>Platforms' waits are told in seconds from when they are heard: by a clock that has been set back since, they end too late.</summary>
    public const string SetHoldsBack = "UPDATE holds SET not_before = not_before - @By WHERE platform = @Platform AND not_before > @Now";

    public const string SetBack = """
        UPDATE deliveries
        SET not_before = CASE WHEN not_before <= @Now OR not_before = due_at THEN not_before WHEN not_before - @By > @Now THEN not_before - @By ELSE @Now END,
            sending_at = CASE WHEN sending_at > @Now THEN sending_at - @By ELSE sending_at END,
            unanswered_at = CASE WHEN unanswered_at > @Now THEN unanswered_at - @By ELSE unanswered_at END,
            expires_at = CASE WHEN unanswered_at > @Now AND unanswered_at - @By + @ResendWithin < expires_at
                THEN unanswered_at - @By + @ResendWithin ELSE expires_at END
        WHERE platform = @Platform AND state = 0
            AND (not_before > @Now AND not_before <> due_at OR sending_at > @Now OR unanswered_at > @Now)
        """;

    public const string SendsRunOut = $"""
        UPDATE deliveries
        SET state = 5, owner = NULL, lease_until = NULL, done_at = @Now, reason = 'the bot stopped while it was on its way',
            unanswered_at = COALESCE(unanswered_at, sending_at)
        WHERE {IsHeld} AND sending_at IS NOT NULL AND {HasRunOut}
        """;
}
