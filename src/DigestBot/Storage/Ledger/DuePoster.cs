using Dapper;
using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>
/// Moves the members of a due group on and enqueues what they get, some thousands a transaction: a writer that waits behind
/// one waits a fraction of a second. Where the database takes several writers, they share a large group.
/// </summary>
internal sealed class DuePoster(Database database)
{
    private const int Most = 20_000;

    private readonly DueSql _sql = new(database);

    public async Task<int> PostAsync(DuePost post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var first = await PostSomeAsync(post, new Turn(0, 1, 0), null, now, cancellationToken);
        if (first.Moved < Most)
            return first.Chats;

        var writers = database.Writers;
        var rest = await Task.WhenAll(Enumerable.Range(0, writers)
            .Select(writer => PostRestAsync(post, new Turn(first.Last, writers, writer), first.Message, now, cancellationToken)));
        return first.Chats + rest.Sum();
    }

    private async Task<int> PostRestAsync(DuePost post, Turn turn, long? message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var chats = 0;
        for (var moved = Most; moved == Most;)
        {
            var some = await PostSomeAsync(post, turn, message, now, cancellationToken);
            (moved, turn) = (some.Moved, turn with { After = some.Last });
            chats += some.Chats;
        }

        return chats;
    }

    private Task<Posted> PostSomeAsync(DuePost post, Turn turn, long? message, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session =>
            {
                var values = ValuesOf(post, turn, now);
                return post.Parts.Count == 0 ? MoveOnAsync(session, values)
                    : database.WritesWithinQueries ? MoveAndInsertAsync(session, post, values, message, now)
                    : MoveThenInsertAsync(session, post, values, message, now);
            },
            cancellationToken);

    private async Task<Posted> MoveOnAsync(Session session, DynamicParameters values)
    {
        var members = await session.QueryAsync<long>(_sql.MoveOn, values);
        return new Posted(members.Count, LastOf(members), 0, null);
    }

    private async Task<Posted> MoveThenInsertAsync(Session session, DuePost post, DynamicParameters values, long? message, DateTimeOffset now)
    {
        var members = await session.QueryAsync<long>(_sql.MoveOn, values);
        if (members.Count == 0)
            return new Posted(0, 0, 0, message);

        message ??= await MessageSql.AddAsync(session, post.Parts, now);
        values.Add("Message", message);
        values.Add("Rows", Rows.Of(members));
        return new Posted(members.Count, LastOf(members), await session.ExecuteAsync(_sql.Insert, values) / post.Parts.Count, message);
    }

    /// <summary>In one statement, which saves reading every member once more.</summary>
    private async Task<Posted> MoveAndInsertAsync(Session session, DuePost post, DynamicParameters values, long? message, DateTimeOffset now)
    {
        var added = message is null;
        message ??= await MessageSql.AddAsync(session, post.Parts, now);
        values.Add("Message", message);
        var counted = await session.FirstAsync<CountRow>(_sql.MoveAndInsert, values) ?? new CountRow();
        if (counted.Moved == 0 && added)
            await session.ExecuteAsync(MessageSql.Delete, new { Message = message });
        return new Posted((int)counted.Moved, counted.Last ?? 0, (int)counted.Inserted / post.Parts.Count, message);
    }

    private static DynamicParameters ValuesOf(DuePost post, Turn turn, DateTimeOffset now)
    {
        var values = new DynamicParameters(DueRow.Of(post.Group));
        values.AddDynamicParams(new
        {
            NewPosition = post.Position,
            NewSerialArticle = post.Serial?.Article,
            NewSerialPosted = post.Serial?.Posted,
            NewSlot = post.Next?.Slot,
            NewDue = post.Next?.At.ToUnixTimeMilliseconds(),
            Posts = post.Parts.Count > 0 ? 1 : 0,
            ExpiresAt = post.ExpiresAt.ToUnixTimeMilliseconds(),
            Now = now.ToUnixTimeMilliseconds(),
            Most,
            turn.After,
            turn.Writers,
            turn.Writer,
        });
        return values;
    }

    private static long LastOf(IReadOnlyList<long> members) => members.Count == 0 ? 0 : members.Max();

    /// <summary>Which members are next: those after an id that are this writer's, so that none is looked at twice.</summary>
    private readonly record struct Turn(long After, int Writers, int Writer);

    /// <summary>What one transaction did: members moved on, the last of them, chats that get something, and the message that they share.</summary>
    private readonly record struct Posted(int Moved, long Last, int Chats, long? Message);

    private sealed record CountRow
    {
        public long Moved { get; init; }
        public long? Last { get; init; }
        public long Inserted { get; init; }
    }
}
