using Dapper;
using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>Puts deliveries into the ledger: a group's by two statements, however large it is.</summary>
internal sealed class DeliveryQueue(Database database)
{
    /// <summary>Members a transaction: a writer that waits behind one waits a fraction of a second.</summary>
    private const int Most = 20_000;

    private readonly DueSql _sql = new(database);

    public async Task<IReadOnlyList<DueGroup>> FindDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<DueRow>(DueSql.Find, new { Now = now.ToUnixTimeMilliseconds() }), cancellationToken);
        return [.. rows.Select(row => row.ToGroup())];
    }

    public async Task<int> PostAsync(DuePost post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = ValuesOf(post, now);
        long? message = null;
        var (chats, moved) = (0, Most);
        while (moved == Most)
        {
            (moved, var inserted, message) = await database.WriteAsync(
                session => PostSomeAsync(session, post, values, message), cancellationToken);
            chats += inserted;
        }

        return chats;
    }

    public Task<bool> EnqueueAsync(
        string request,
        ChatId chat,
        Lane lane,
        IReadOnlyList<string> parts,
        DateTimeOffset now,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(parts.Count, nameof(parts));
        return database.WriteAsync(
            async session =>
            {
                if (await session.FirstAsync<int?>(DueSql.HasRequest, new { Request = request }) is not null)
                    return false;

                var key = ChatKey.Of(chat);
                var message = await AddMessageAsync(session, parts, now.ToUnixTimeMilliseconds());
                await session.ExecuteAsync(DueSql.InsertRequest, new
                {
                    Message = message,
                    key.Platform,
                    key.Chat,
                    key.Thread,
                    Request = request,
                    Lane = (int)lane,
                    Now = now.ToUnixTimeMilliseconds(),
                    ExpiresAt = expiresAt.ToUnixTimeMilliseconds(),
                });
                return true;
            },
            "request " + request,
            cancellationToken);
    }

    private async Task<(int Moved, int Inserted, long? Message)> PostSomeAsync(
        Session session, DuePost post, DynamicParameters values, long? message)
    {
        var members = await session.QueryAsync<long>(_sql.MoveOn, values);
        if (members.Count == 0 || post.Parts.Count == 0)
            return (members.Count, 0, message);

        message ??= await AddMessageAsync(session, post.Parts, values.Get<long>("Now"));
        values.Add("Message", message);
        values.Add("Rows", Rows.Of(members));
        return (members.Count, await session.ExecuteAsync(_sql.Insert, values) / post.Parts.Count, message);
    }

    /// <summary>Stores a message once, for all that get it.</summary>
    public static async Task<long> AddMessageAsync(Session session, IReadOnlyList<string> parts, long now)
    {
        var message = await session.FirstAsync<long>(DueSql.AddMessage, new { Now = now });
        for (var part = 0; part < parts.Count; part++)
            await session.ExecuteAsync(DueSql.AddPart, new { Message = message, Part = part, Body = parts[part] });
        return message;
    }

    private static DynamicParameters ValuesOf(DuePost post, DateTimeOffset now)
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
        });
        return values;
    }
}
