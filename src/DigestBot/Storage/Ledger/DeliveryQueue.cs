using System.Runtime.CompilerServices;
using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>Finds what is due, and puts deliveries into the ledger.</summary>
internal sealed class DeliveryQueue
{
    private const int MostAtOnce = 500;
    private const int MostSettledAtOnce = 1_000;

    private readonly Database _database;
    private readonly DueSql _sql;
    private readonly DuePoster _poster;

    public DeliveryQueue(Database database)
    {
        (_database, _sql) = (database, new DueSql(database));
        _poster = new DuePoster(database, _sql);
    }

    public Task<IReadOnlyList<string>> PlatformsAsync(CancellationToken cancellationToken) =>
        _database.ReadAsync(session => session.QueryAsync<string>(DueSql.Platforms), cancellationToken);

    /// <summary>Members are read a few at a time: of a large group that is posted at once the first few tell it all.</summary>
    public async IAsyncEnumerable<DueGroup> FindDueAsync(
        string platform, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = new HashSet<DueRow>();
        var unreadable = new List<InvalidDataException>();
        var last = new DueRow();
        while (true)
        {
            var values = new { Platform = platform, Now = now.ToUnixTimeMilliseconds(), last.FoundAt, last.Target, last.Id, Most = MostAtOnce };
            var members = await _database.ReadByIndexAsync<DueRow>(_sql.Find, values, cancellationToken);
            // Members that are not where the index has them are moved on by nobody before it has followed.
            if (members.Any(member => member.FoundAt != member.NextDue))
                await SettleAllAsync(now, cancellationToken);
            // The first that is found is the lowest, unless the index has it where it no longer is.
            foreach (var member in members.Where(member => found.Add(member with { Id = 0, FoundAt = 0 })))
            {
                if (GroupOf(member, unreadable) is { } group)
                    yield return group with { LowestId = member.FoundAt == member.NextDue ? member.Id : 0 };
            }

            if (members.Count < MostAtOnce)
                break;

            last = members[^1];
        }

        if (unreadable.Count > 0)
            throw new AggregateException(unreadable);
    }

    private static DueGroup? GroupOf(DueRow member, List<InvalidDataException> unreadable)
    {
        try
        {
            return member.ToGroup();
        }
        catch (Exception exception)
        {
            unreadable.Add(new InvalidDataException($"subscription {member.Id} can't be read, it stays due: {exception.Message}", exception));
            return null;
        }
    }

    public Task<int> PostAsync(DuePost post, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken) =>
        _poster.PostAsync(post, now, enqueued, cancellationToken);

    public async Task<bool> SettleDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_sql.Settle is not { } settle)
            return false;

        var values = new { Now = now.ToUnixTimeMilliseconds(), Most = MostSettledAtOnce };
        return await _database.WriteAsync(session => session.ExecuteAsync(settle, values), cancellationToken) == MostSettledAtOnce;
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
        return _database.WriteAsync(
            async session =>
            {
                if (await HasRequestAsync(session, request))
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

    public Task<bool> IsEnqueuedAsync(string request, CancellationToken cancellationToken) =>
        _database.ReadAsync(session => HasRequestAsync(session, request), cancellationToken);

    private static async Task<bool> HasRequestAsync(Session session, string request) =>
        await session.FirstAsync<int?>(DueSql.HasRequest, new { Request = request }) is not null;

    private async Task SettleAllAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (await SettleDueAsync(now, cancellationToken))
        {
            // Each call does a thousand.
        }
    }
}
