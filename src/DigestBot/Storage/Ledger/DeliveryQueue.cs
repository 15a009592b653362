using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>Finds what is due, and puts deliveries into the ledger.</summary>
internal sealed class DeliveryQueue(Database database)
{
    private readonly DuePoster _poster = new(database);

    public async Task<IReadOnlyList<DueGroup>> FindDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<DueRow>(DueSql.Find, new { Now = now.ToUnixTimeMilliseconds() }), cancellationToken);
        return [.. rows.Select(row => row.ToGroup())];
    }

    public Task<int> PostAsync(DuePost post, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken) =>
        _poster.PostAsync(post, now, enqueued, cancellationToken);

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
                var message = await MessageSql.AddAsync(session, parts, now);
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
}
