using Dapper;
using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>
/// Moves the members of a due group on and enqueues what they get, some thousands a transaction, or some hundreds while other
/// writers wait behind them; sending begins when the first is done. Where the database takes several writers, they share a
/// large group.
/// </summary>
internal sealed class DuePoster(Database database, DueSql sql)
{
    private const int Most = 5_000;

    /// <summary>The first, with which sending begins; and where others wait for the same writer: what leaves is put on record between two of these.</summary>
    private const int Few = 500;

    public async Task<int> PostAsync(DuePost post, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken)
    {
        using var reaches = new DueReaches(database, sql, DueRow.Of(post.Group), post.Group.LowestId);
        if (await reaches.NextAsync(Few, cancellationToken) is not { } reach)
            return 0;

        var first = await PostAsync(post, reach, null, now, enqueued, cancellationToken);
        var rest = await Task.WhenAll(Enumerable.Range(0, database.Writers)
            .Select(_ => PostRestAsync(post, reaches, first.Message, now, enqueued, cancellationToken)));
        var chats = first.Chats + rest.Sum();
        if (chats == 0 && first.Message is { } unwanted)
            await database.WriteAsync(session => session.ExecuteAsync(MessageSql.Delete, new { Message = unwanted }), cancellationToken);
        return chats;
    }

    private async Task<int> PostRestAsync(
        DuePost post, DueReaches reaches, long? message, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken)
    {
        var chats = 0;
        var size = database.IsCrowded ? Few : Most;
        while (await reaches.NextAsync(size, cancellationToken) is { } reach)
        {
            chats += (await PostAsync(post, reach, message, now, enqueued, cancellationToken)).Chats;
            size = database.IsCrowded ? Few : Math.Min(size * 2, Most);
        }

        return chats;
    }

    private async Task<Posted> PostAsync(
        DuePost post, DueReach reach, long? message, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken)
    {
        var posted = await database.WriteAsync(session => PostAsync(session, post, reach, message, now), cancellationToken);
        if (posted.Chats > 0)
            enqueued(posted.Chats);
        return posted;
    }

    private async Task<Posted> PostAsync(Session session, DuePost post, DueReach reach, long? message, DateTimeOffset now)
    {
        var values = ValuesOf(post, reach, now);
        if (post.Parts.Count == 0)
        {
            await session.ExecuteAsync(sql.MoveOn, values);
            return new Posted(0, null);
        }

        message ??= await MessageSql.AddAsync(session, post, now);
        values.Add("Message", message);
        return new Posted(await InsertAsync(session, values) / post.Parts.Count, message);
    }

    private async Task<int> InsertAsync(Session session, DynamicParameters values)
    {
        if (database.WritesWithinQueries)
            return await session.FirstAsync<int>(sql.MoveOnAndInsert, values);

        var inserted = await session.ExecuteAsync(sql.Insert, values);
        await session.ExecuteAsync(sql.MoveOn, values);
        return inserted;
    }

    private static DynamicParameters ValuesOf(DuePost post, DueReach reach, DateTimeOffset now)
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
            reach.After,
            reach.Through,
        });
        return values;
    }

    /// <summary>What one transaction did: chats that get something, and the message that all of the group share.</summary>
    private readonly record struct Posted(int Chats, long? Message);
}
