using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>Reports on the ledger and prunes it.</summary>
internal sealed class LedgerRecords(Database database)
{
    /// <summary>Rows a transaction: pruning never keeps a send waiting for long.</summary>
    private const int Most = 5_000;

    /// <summary>In two, each by an index of its own: what is done may be a million rows, and status is asked for all day.</summary>
    private const string Counts = $"""
        SELECT platform, {LeaseSql.StateOf} AS state, count(*) AS count FROM deliveries WHERE state = 0 GROUP BY 1, 2
        UNION ALL
        SELECT platform, state, count(*) FROM deliveries WHERE state > 2 GROUP BY platform, state
        """;

    /// <summary>Of the rows that may go now; those of a chat that waits or is paused are not the ones that are stuck.</summary>
    private const string LongestDue = $"""
        SELECT d.due_at FROM deliveries d
        WHERE d.platform = @Platform AND d.lane = @Lane AND d.state = 0 AND d.owner IS NULL AND {LeaseSql.IsWorthIt} AND {LeaseSql.IsTime} AND {LeaseSql.MayBeLeased}
        ORDER BY d.due_at LIMIT 1
        """;

    private const string LastSent = """
        SELECT done_at FROM deliveries WHERE platform = @Platform AND state > 2 AND state = 3 ORDER BY done_at DESC LIMIT 1
        """;

    private const string CountPaused = $"SELECT count(*) FROM chats c WHERE {DueSql.IsPaused}";

    private const string CountUnknown = "SELECT count(*) FROM deliveries WHERE unanswered_at IS NOT NULL";

    private const string Paused = $"""
        SELECT c.platform, c.chat, c.thread, c.pause_reason AS reason, c.pause_since AS at FROM chats c
        WHERE {DueSql.IsPaused} ORDER BY c.pause_since DESC LIMIT 100
        """;

    private const string Unknown = """
        SELECT id, platform, chat, thread, unanswered_at AS at FROM deliveries
        WHERE unanswered_at IS NOT NULL ORDER BY unanswered_at DESC, id DESC LIMIT 100
        """;

    private const string NotSent = """
        SELECT platform, chat, thread, reason, done_at AS at FROM deliveries
        WHERE platform = @Platform AND state > 2 AND state = @State ORDER BY done_at DESC LIMIT 20
        """;

    private const string PruneDeliveries = """
        DELETE FROM deliveries WHERE id IN (
            SELECT id FROM deliveries WHERE platform = @Platform AND state > 2 AND state = @State AND done_at < @Before LIMIT @Most)
        """;

    /// <summary>Messages a transaction: with each go its parts, which are long.</summary>
    private const int MostMessages = 1_000;

    /// <summary>Looked for without a lock: to a message this old no delivery is added any more.</summary>
    private const string Orphans = "SELECT id FROM messages WHERE created_at < @Before EXCEPT SELECT message FROM deliveries ORDER BY id";

    private readonly string _pruneMessages =
        $"DELETE FROM messages WHERE id IN (SELECT CAST(value ->> 0 AS bigint) FROM {database.RowsTable})";

    private const string PruneHolds = "DELETE FROM holds WHERE not_before < @Before";

    public Task<LedgerStatus> StatusAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        async session =>
        {
            var values = new { Now = now.ToUnixTimeMilliseconds() };
            var counts = await session.QueryAsync<CountRow>(Counts);
            var paused = await session.QueryAsync<ListedRow>(Paused, values);
            var unknown = await session.QueryAsync<ListedRow>(Unknown);
            return new LedgerStatus
            {
                Counts = counts.ToDictionary(row => (row.Platform, (DeliveryState)row.State), row => row.Count),
                OldestDue = await ByPlatformAsync(counts, DeliveryState.Pending, platform => OldestDueAsync(session, platform, values.Now)),
                LastSent = await ByPlatformAsync(
                    counts, DeliveryState.Sent, platform => session.FirstAsync<long?>(LastSent, new { Platform = platform })),
                Subscriptions = await session.FirstAsync<long>("SELECT count(*) FROM subscriptions"),
                PausedChats = await session.FirstAsync<long>(CountPaused, values),
                Paused = [.. paused.Select(row => (row.ToChat(), row.Reason ?? "", row.ToInstant()))],
                UnknownSends = await session.FirstAsync<long>(CountUnknown),
                Unknown = [.. unknown.Select(row => (row.Id, row.ToChat(), row.ToInstant()))],
                NotSent = await NotSentAsync(session, counts),
            };
        },
        cancellationToken);

    private static async Task<IReadOnlyDictionary<string, DateTimeOffset>> ByPlatformAsync(
        IReadOnlyList<CountRow> counts, DeliveryState state, Func<string, Task<long?>> find)
    {
        var found = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var platform in counts.Where(row => row.State == (int)state).Select(row => row.Platform))
        {
            if ((await find(platform)).ToInstant() is { } instant)
                found.Add(platform, instant);
        }

        return found;
    }

    private static async Task<IReadOnlyList<(ChatId Chat, DeliveryState State, string Reason, DateTimeOffset At)>> NotSentAsync(
        Session session, IReadOnlyList<CountRow> counts)
    {
        var found = new List<(ChatId Chat, DeliveryState State, string Reason, DateTimeOffset At)>();
        foreach (var row in counts.Where(row => row.State is (int)DeliveryState.Failed or (int)DeliveryState.Expired))
        {
            var rows = await session.QueryAsync<ListedRow>(NotSent, new { row.Platform, row.State });
            found.AddRange(rows.Select(listed => (listed.ToChat(), (DeliveryState)row.State, listed.Reason ?? "", listed.ToInstant())));
        }

        return [.. found.OrderByDescending(row => row.At)];
    }

    private static async Task<long?> OldestDueAsync(Session session, string platform, long now)
    {
        long? oldest = null;
        foreach (var lane in Enum.GetValues<Lane>())
        {
            if (await session.FirstAsync<long?>(LongestDue, new { Platform = platform, Lane = (int)lane, Now = now }) is { } due && (oldest is null || due < oldest))
                oldest = due;
        }

        return oldest;
    }

    public async Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var pruned = 0;
        foreach (var row in await database.ReadAsync(session => session.QueryAsync<CountRow>(Counts), cancellationToken))
        {
            var values = new { row.Platform, row.State, Before = before.ToUnixTimeMilliseconds(), Most };
            for (var last = Most; last == Most; pruned += last)
                last = await database.WriteAsync(session => session.ExecuteAsync(PruneDeliveries, values), cancellationToken);
        }

        var age = new { Before = before.ToUnixTimeMilliseconds() };
        var orphans = await database.ReadAsync(session => session.QueryAsync<long>(Orphans, age), cancellationToken);
        foreach (var messages in orphans.Chunk(MostMessages))
            await database.WriteAsync(session => session.ExecuteAsync(_pruneMessages, new { Rows = Rows.Of(messages) }), cancellationToken);
        await database.WriteAsync(session => session.ExecuteAsync(PruneHolds, age), cancellationToken);
        return pruned;
    }

    private sealed record CountRow
    {
        public string Platform { get; init; } = "";
        public int State { get; init; }
        public long Count { get; init; }
    }

    private sealed record ListedRow
    {
        public long Id { get; init; }
        public string Platform { get; init; } = "";
        public string Chat { get; init; } = "";
        public string Thread { get; init; } = "";
        public string? Reason { get; init; }
        public long At { get; init; }

        public ChatId ToChat() => new(Platform, Chat, Thread is "" ? null : Thread);

        public DateTimeOffset ToInstant() => DateTimeOffset.FromUnixTimeMilliseconds(At);
    }
}
