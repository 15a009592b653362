namespace DigestBot.Storage.Ledger;

/// <summary>
/// The statements that take deliveries out of the queue and put them back. The numbers are those of
/// <see cref="DigestBot.Delivery.DeliveryState"/> and <see cref="DigestBot.Delivery.Lane"/>; they stand in the text because
/// the partial indexes hold them.
/// </summary>
internal sealed class LeaseSql(Database database)
{
    private const string IsPausedChat = $"""
        EXISTS (SELECT 1 FROM chats c WHERE c.platform = d.platform AND c.chat = d.chat AND c.thread = d.thread AND {DueSql.IsPaused})
        """;

    /// <summary>Whether the chat of the row <c>d</c> neither waits nor is paused; answers go to paused chats.</summary>
    public const string MayBeLeased = $"""
        NOT EXISTS (SELECT 1 FROM holds h WHERE h.platform = d.platform AND h.chat = d.chat AND h.not_before > @Now)
                AND (d.lane = 0 OR NOT {IsPausedChat})
        """;

    private const string StandsBack = """
        EXISTS (
            SELECT 1 FROM deliveries e
            WHERE e.platform = d.platform AND e.chat = d.chat AND e.thread = d.thread AND e.state <= 2
                AND (e.state <> 0 OR e.lane = d.lane AND e.id < d.id))
        """;

    public const string HoldPlatform = """
        INSERT INTO platforms (platform, owner, held_until) VALUES (@Platform, @Owner, @Until)
        ON CONFLICT (platform) DO UPDATE SET owner = @Owner, held_until = @Until
        WHERE platforms.owner = @Owner OR platforms.held_until <= @Now
        """;

    public const string LetPlatformGo = "DELETE FROM platforms WHERE platform = @Platform AND owner = @Owner";

    /// <summary>Where an attempt was made whose answer never came, nobody can tell whether it arrived: it is unknown, not expired.</summary>
    public const string Expire = """
        UPDATE deliveries
        SET state = CASE WHEN unanswered_at IS NULL THEN 6 ELSE 5 END, done_at = @Now,
            reason = CASE WHEN unanswered_at IS NULL THEN 'waited too long' ELSE reason END
        WHERE platform = @Platform AND state = 0 AND expires_at <= @Now
        """;

    /// <summary>
    /// A chat's deliveries go one at a time, and those of one lane in the order they came: a row stands back where another of
    /// its chat is on its way or an earlier one of its lane is open.
    /// </summary>
    public string Lease { get; } = $"""
        WITH picked AS MATERIALIZED (
            SELECT d.id FROM deliveries d
            WHERE d.platform = @Platform AND d.lane = @Lane AND d.state = 0 AND d.not_before <= @Now
                AND {MayBeLeased}
                AND NOT {StandsBack}
            ORDER BY d.due_at, d.id
            LIMIT @Most {database.ClaimOf("d")})
        UPDATE deliveries SET state = 1, owner = @Owner, lease_until = @Until, attempt = attempt + 1
        WHERE id IN (SELECT id FROM picked)
        RETURNING id, message, part, platform, chat, thread, lane, attempt, due_at, expires_at
        """;

    public string Parts { get; } = $"""
        SELECT message, part, body FROM message_parts
        WHERE message IN (SELECT CAST(value ->> 0 AS bigint) FROM {database.RowsTable})
        """;

    public string Begin { get; } = $"""
        UPDATE deliveries SET state = 2, sending_at = @Now
        FROM (SELECT CAST(value ->> 0 AS bigint) AS id, CAST(value ->> 1 AS integer) AS attempt FROM {database.RowsTable}) r
        WHERE deliveries.id = r.id AND deliveries.attempt = r.attempt AND deliveries.owner = @Owner AND deliveries.state = 1
        RETURNING deliveries.id, deliveries.attempt
        """;

    public const string Release = """
        UPDATE deliveries SET state = 0, owner = NULL, lease_until = NULL
        WHERE platform = @Platform AND state IN (1, 2) AND state = 1 AND owner = @Owner
        """;

    public const string TakeBack = """
        UPDATE deliveries SET state = 0, owner = NULL, lease_until = NULL
        WHERE platform = @Platform AND state IN (1, 2) AND state = 1 AND owner <> @Owner
        """;

    public const string LeasesRunOut = """
        UPDATE deliveries SET state = 0, owner = NULL, lease_until = NULL
        WHERE platform = @Platform AND state IN (1, 2) AND state = 1 AND lease_until <= @Now
        """;

    public const string SendsRunOutToResend = """
        UPDATE deliveries
        SET state = 0, owner = NULL, lease_until = NULL, not_before = @Now, unanswered_at = COALESCE(unanswered_at, sending_at),
            reason = 'the bot stopped while it was on its way',
            expires_at = CASE WHEN COALESCE(unanswered_at, sending_at) + @ResendWithin < expires_at
                THEN COALESCE(unanswered_at, sending_at) + @ResendWithin ELSE expires_at END
        WHERE platform = @Platform AND state IN (1, 2) AND state = 2 AND lease_until <= @Now
            AND COALESCE(unanswered_at, sending_at) + @ResendWithin > @Now
        """;

    public const string SendsRunOut = """
        UPDATE deliveries
        SET state = 5, owner = NULL, lease_until = NULL, done_at = @Now, reason = 'the bot stopped while it was on its way',
            unanswered_at = COALESCE(unanswered_at, sending_at)
        WHERE platform = @Platform AND state IN (1, 2) AND state = 2 AND lease_until <= @Now
        """;
}
