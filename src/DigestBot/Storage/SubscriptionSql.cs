using DigestBot.Storage.Ledger;

namespace DigestBot.Storage;

/// <summary>The statements of <see cref="SubscriptionStore"/>.</summary>
internal static class SubscriptionSql
{
    private const string Columns =
        "id, platform, chat, thread, target, wants, schedule, position, serial_article, serial_posted, last_slot, next_slot, next_due";

    /// <summary>What a change overwrites. A stored place stays: only a post moves it.</summary>
    private const string Changes = """
        SET target = @Target, wants = @Wants, schedule = @Schedule, next_slot = @NextSlot, next_due = @NextDue,
            position = COALESCE(subscriptions.position, @Position),
            serial_posted = CASE WHEN subscriptions.serial_article IS NULL THEN @SerialPosted ELSE subscriptions.serial_posted END,
            serial_article = COALESCE(subscriptions.serial_article, @SerialArticle)
        """;

    /// <summary>The settings of a chat and all its threads.</summary>
    public const string ListThreads = """
        SELECT platform, chat, thread, language, zone, quiet_from, quiet_to, silent, pin, rich, layout, forum,
               pause_by_platform, pause_reason, pause_since, pause_until, asked_since, asked_until
        FROM chats WHERE platform = @Platform AND chat = @Chat
        """;

    public const string GetChat = ListThreads + " AND thread = @Thread";

    public const string SaveChat = """
        INSERT INTO chats (platform, chat, thread, language, zone, quiet_from, quiet_to, silent, pin, rich, layout, forum,
                           pause_by_platform, pause_reason, pause_since, pause_until, asked_since, asked_until)
        VALUES (@Platform, @Chat, @Thread, @Language, @Zone, @QuietFrom, @QuietTo, @Silent, @Pin, @Rich, @Layout, @Forum,
                @PauseByPlatform, @PauseReason, @PauseSince, @PauseUntil, @AskedSince, @AskedUntil)
        ON CONFLICT (platform, chat, thread) DO UPDATE
        SET language = @Language, zone = @Zone, quiet_from = @QuietFrom, quiet_to = @QuietTo,
            silent = @Silent, pin = @Pin, rich = @Rich, layout = @Layout, forum = @Forum, pause_by_platform = @PauseByPlatform,
            pause_reason = @PauseReason, pause_since = @PauseSince, pause_until = @PauseUntil,
            asked_since = @AskedSince, asked_until = @AskedUntil
        """;

    /// <summary>A chat with the settings that one has which never chose any.</summary>
    public const string AddChat = """
        INSERT INTO chats (platform, chat, thread, zone, silent, pin, rich) VALUES (@Platform, @Chat, @Thread, @Zone, 0, 0, 0)
        ON CONFLICT (platform, chat, thread) DO NOTHING
        """;

    /// <summary>The first post after this says that the chat was paused.</summary>
    public const string MarkPaused =
        "UPDATE subscriptions SET after_pause = 1 WHERE platform = @Platform AND chat = @Chat AND thread = @Thread";

    public const string List = $"""
        SELECT {Columns} FROM subscriptions WHERE platform = @Platform AND chat = @Chat AND thread = @Thread ORDER BY id
        """;

    public const string Add = $"""
        INSERT INTO subscriptions (
            platform, chat, thread, target, wants, schedule, position, serial_article, serial_posted, last_slot, next_slot, next_due)
        VALUES (
            @Platform, @Chat, @Thread, @Target, @Wants, @Schedule, @Position, @SerialArticle, @SerialPosted, @LastSlot, @NextSlot, @NextDue)
        ON CONFLICT (platform, chat, thread, target) DO UPDATE {Changes}
        RETURNING {Columns}
        """;

    public const string Change = $"""
        UPDATE subscriptions {Changes}
        WHERE id = @Id AND platform = @Platform AND chat = @Chat AND thread = @Thread
        RETURNING {Columns}
        """;

    public const string TurnSerial = """
        UPDATE subscriptions SET serial_article = @Article, serial_posted = @Posted,
            position = CASE WHEN position > @NewPosition THEN position ELSE COALESCE(@NewPosition, position) END
        WHERE id = @Id AND platform = @Platform AND chat = @Chat AND thread = @Thread
            AND serial_article IS NOT DISTINCT FROM @SerialArticle AND serial_posted IS NOT DISTINCT FROM @SerialPosted
        """;

    public const string GetManaged = """
        SELECT managed_chat AS chat, managed_thread AS thread, title FROM managing
        WHERE platform = @Platform AND chat = @Chat AND thread = @Thread
        """;

    public const string EndManaging = "DELETE FROM managing WHERE platform = @Platform AND chat = @Chat AND thread = @Thread";

    public const string Manage = """
        INSERT INTO managing (platform, chat, thread, managed_chat, managed_thread, title)
        VALUES (@Platform, @Chat, @Thread, @ManagedChat, @ManagedThread, @Title)
        """;

    public const string Remove =
        "DELETE FROM subscriptions WHERE id = @Id AND platform = @Platform AND chat = @Chat AND thread = @Thread";

    /// <summary>What is on its way may arrive, or turn out not to have: then it is not sent again.</summary>
    public const string ExpireLeavingOfSubscription = """
        UPDATE deliveries SET expires_at = @Now WHERE subscription = @Id AND done_at IS NULL AND sending_at IS NOT NULL
        """;

    public const string FailOpenOfSubscription = $"""
        UPDATE deliveries SET state = 4, done_at = @Now, reason = @Reason, owner = NULL, lease_until = NULL
        WHERE subscription = @Id AND {LeaseSql.Waits}
        """;
}
