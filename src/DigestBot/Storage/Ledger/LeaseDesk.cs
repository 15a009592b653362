using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>Hands deliveries out to dispatchers for a while, and takes back what they never began.</summary>
internal sealed class LeaseDesk(Database database)
{
    private readonly LeaseSql _sql = new(database);

    public Task<bool> HoldPlatformAsync(
        string platform, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session => await session.ExecuteAsync(LeaseSql.HoldPlatform, new
            {
                Platform = platform,
                Owner = owner,
                Now = now.ToUnixTimeMilliseconds(),
                Until = until.ToUnixTimeMilliseconds(),
            }) == 1,
            cancellationToken);

    public async Task<IReadOnlyList<LeasedDelivery>> LeaseAsync(
        string platform, Lane lane, string owner, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var values = new
        {
            Platform = platform,
            Lane = (int)lane,
            Owner = owner,
            Most = most,
            Now = now.ToUnixTimeMilliseconds(),
            Until = until.ToUnixTimeMilliseconds(),
        };
        var (rows, parts) = await database.WriteAsync(
            async session =>
            {
                var rows = await session.QueryAsync<LeasedRow>(_sql.Lease, values);
                var messages = Rows.Of(rows.Select(row => row.Message).Distinct());
                return (rows, rows.Count == 0 ? [] : await session.QueryAsync<PartRow>(_sql.Parts, new { Rows = messages }));
            },
            "lease " + platform,
            cancellationToken);
        // One text for all who get it, however many they are.
        var bodies = parts.ToDictionary(part => (part.Message, part.Part), part => part.Body);
        return
        [
            .. rows.OrderBy(row => row.DueAt).ThenBy(row => row.Id)
                .Select(row => row.ToDelivery(bodies[(row.Message, row.Part)], Nonce.Of(database.Id, row.Id))),
        ];
    }

    public async Task<IReadOnlyList<LeasedDelivery>> BeginSendingAsync(
        IReadOnlyList<LeasedDelivery> deliveries, string owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = Rows.Of(deliveries, (writer, delivery) =>
        {
            writer.WriteNumberValue(delivery.Id);
            writer.WriteNumberValue(delivery.Attempt);
        });
        var begun = await database.WriteAsync(
            session => session.QueryAsync<AttemptRow>(_sql.Begin, new { Rows = rows, Owner = owner, Now = now.ToUnixTimeMilliseconds() }),
            cancellationToken);
        var held = begun.ToHashSet();
        return [.. deliveries.Where(delivery => held.Contains(AttemptRow.Of(delivery)))];
    }

    public Task ReleaseAsync(string platform, string owner, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            var values = new { Platform = platform, Owner = owner };
            await session.ExecuteAsync(LeaseSql.Release, values);
            await session.ExecuteAsync(LeaseSql.LetPlatformGo, values);
        },
        cancellationToken);

    public Task<int> TakeBackAsync(string platform, string owner, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(LeaseSql.TakeBack, new { Platform = platform, Owner = owner }), cancellationToken);

    /// <summary>All that is open is looked through, so that is done without the turn to write, which is seldom needed then.</summary>
    public async Task<int> RecoverAsync(string platform, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken)
    {
        var values = new
        {
            Platform = platform,
            Now = now.ToUnixTimeMilliseconds(),
            ResendWithin = (long?)resendWithin?.TotalMilliseconds,
            AnyTime = resendWithin == Completion.AnyTime ? 1 : 0,
        };
        var runOut = await database.ReadAsync(session => session.FirstAsync<int?>(LeaseSql.AnyRunOut, values), cancellationToken) is null
            ? 0
            : await database.WriteAsync(
                async session => await session.ExecuteAsync(LeaseSql.LeasesRunOut, values)
                    + await session.ExecuteAsync(LeaseSql.SendsRunOutToResend, values)
                    + await session.ExecuteAsync(LeaseSql.SendsRunOut, values),
                cancellationToken);
        return runOut + await database.WriteAsync(session => session.ExecuteAsync(database.ByIndex + LeaseSql.Expire, values), cancellationToken);
    }

    public Task<int> SetBackAsync(string platform, TimeSpan by, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken)
    {
        var values = new
        {
            Platform = platform,
            By = (long)by.TotalMilliseconds,
            Now = now.ToUnixTimeMilliseconds(),
            ResendWithin = (long)(resendWithin ?? Completion.AnyTime).TotalMilliseconds,
        };
        return database.WriteAsync(
            async session => await session.ExecuteAsync(LeaseSql.SetHoldsBack, values) + await session.ExecuteAsync(LeaseSql.SetBack, values), cancellationToken);
    }

    private sealed record LeasedRow
    {
        public long Id { get; init; }
        public long Message { get; init; }
        public int Part { get; init; }
        public string Platform { get; init; } = "";
        public string Chat { get; init; } = "";
        public string Thread { get; init; } = "";
        public int Lane { get; init; }
        public int Attempt { get; init; }
        public long DueAt { get; init; }
        public long ExpiresAt { get; init; }

        public LeasedDelivery ToDelivery(string body, string nonce) => new(
            Id,
            new ChatId(Platform, Chat, Thread is "" ? null : Thread),
            body,
            (Lane)Lane,
            Attempt,
            DateTimeOffset.FromUnixTimeMilliseconds(ExpiresAt),
            nonce);
    }

    private sealed record PartRow
    {
        public long Message { get; init; }
        public int Part { get; init; }
        public string Body { get; init; } = "";
    }
}
