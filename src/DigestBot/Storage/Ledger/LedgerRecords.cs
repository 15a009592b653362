using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>Reports on the ledger and prunes it.</summary>
internal sealed class LedgerRecords(Database database)
{
    /// <summary>Rows a transaction: pruning never keeps a send waiting for long.</summary>
    private const int Most = 5_000;

    private const string Counts = "SELECT platform, state, count(*) AS count FROM deliveries GROUP BY platform, state";

    private const string OldestPending = "SELECT min(due_at) FROM deliveries WHERE state = 0 AND not_before <= @Now";

    private const string Paused = $"""
        SELECT c.platform, c.chat, c.thread, c.pause_reason AS reason, c.pause_since AS at FROM chats c
        WHERE {DueSql.IsPaused} ORDER BY c.pause_since DESC LIMIT 100
        """;

    private const string Unknown = """
        SELECT id, platform, chat, thread, unanswered_at AS at FROM deliveries
        WHERE unanswered_at IS NOT NULL ORDER BY unanswered_at DESC, id DESC LIMIT 100
        """;

    private const string PruneDeliveries = """
        DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE state > 2 AND done_at < @Before LIMIT @Most)
        """;

    private const string PruneMessages = """
        DELETE FROM messages WHERE created_at < @Before AND NOT EXISTS (SELECT 1 FROM deliveries WHERE message = messages.id)
        """;

    private const string PruneHolds = "DELETE FROM holds WHERE not_before < @Before";

    public Task<LedgerStatus> StatusAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        async session =>
        {
            var values = new { Now = now.ToUnixTimeMilliseconds() };
            var counts = await session.QueryAsync<CountRow>(Counts);
            var paused = await session.QueryAsync<ListedRow>(Paused, values);
            var unknown = await session.QueryAsync<ListedRow>(Unknown);
            return new LedgerStatus(
                counts.ToDictionary(row => (row.Platform, (DeliveryState)row.State), row => row.Count),
                (await session.FirstAsync<long?>(OldestPending, values)).ToInstant(),
                await session.FirstAsync<long>("SELECT count(*) FROM subscriptions"),
                [.. paused.Select(row => (row.ToChat(), row.Reason ?? "", row.ToInstant()))],
                [.. unknown.Select(row => (row.Id, row.ToChat(), row.ToInstant()))]);
        },
        cancellationToken);

    public async Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var values = new { Before = before.ToUnixTimeMilliseconds(), Most };
        var (pruned, last) = (0, Most);
        while (last == Most)
        {
            last = await database.WriteAsync(session => session.ExecuteAsync(PruneDeliveries, values), cancellationToken);
            pruned += last;
        }

        await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(PruneMessages, values);
                await session.ExecuteAsync(PruneHolds, values);
            },
            cancellationToken);
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
