using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Support;
using DigestBot.Subscriptions;

namespace DigestBot.Storage.Ledger;

public sealed class SqliteLedgerModelTests() : LedgerModelTests(StorageProvider.Sqlite);

public sealed class PostgreSqlLedgerModelTests() : LedgerModelTests(StorageProvider.PostgreSql);

/// <summary>Does whatever dispatchers, people and accidents may do, in any order, and compares the ledger with its model at each step.</summary>
public abstract class LedgerModelTests : StoreTests
{
    private const int Steps = 250;

    private static readonly ChatId[] Chats = [Ani, Ani with { Thread = "4" }, Budi, new(Platform, "1003")];
    private static readonly string[] Owners = ["one", "two"];

    private readonly LedgerModel _model = new();
    private readonly Dictionary<string, List<LeasedDelivery>> _hands = Owners.ToDictionary(owner => owner, _ => new List<LeasedDelivery>());
    private readonly HashSet<long> _sent = [];
    private int _requests;

    private protected LedgerModelTests(StorageProvider provider)
        : base(provider)
    {
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_ledger_does_what_its_model_does(int seed)
    {
        var random = new Random(seed);
        foreach (var chat in Chats[1..3])
        {
            _model.Subscribed.Add(chat);
            await SubscribeAsync(chat);
        }

        for (var step = 0; step < Steps; step++)
        {
            await StepAsync(random);
            Assert.Equal(_model.Rows.Select(Shown), (await RowsAsync()).Select(row => row.ToString()));
        }
    }

    private Task StepAsync(Random random) => random.Next(20) switch
    {
        < 5 => EnqueueAsync(random),
        < 9 => LeaseAsync(random),
        < 12 => BeginAsync(random),
        < 15 => CompleteAsync(random),
        15 => RecoverAsync(random),
        16 => PauseAsync(random),
        17 when random.Next(3) == 0 => ReleaseAsync(random),
        17 when random.Next(3) == 0 => TakeBackAsync(random),
        _ => Task.Run(() => Clock.Advance(TimeSpan.FromSeconds(random.Next(1, 40)))),
    };

    private async Task EnqueueAsync(Random random)
    {
        var (chat, lane, parts) = (One(random, Chats), One(random, Enum.GetValues<Lane>()), random.Next(1, 4));
        var expiresAt = Now.AddSeconds(random.Next(10, 900));
        _model.Enqueue(chat, lane, parts, Now, expiresAt);
        Assert.True(await Ledger.EnqueueAsync(
            $"{++_requests}", chat, lane, [.. Enumerable.Range(0, parts).Select(part => $"{_requests}.{part}")], Now, expiresAt, Cancellation));
    }

    private async Task LeaseAsync(Random random)
    {
        var (lane, owner, most) = (One(random, Enum.GetValues<Lane>()), One(random, Owners), random.Next(1, 5));
        var expected = _model.Lease(lane, owner, most, Now, Now.AddSeconds(60));
        var leased = await Ledger.LeaseAsync(Platform, lane, owner, most, Now, Now.AddSeconds(60), Cancellation);
        Assert.Equal(
            expected.Select(row => (row.Id, row.Chat, $"{row.Message}.{row.Part}", row.Attempt)),
            leased.Select(delivery => (delivery.Id, delivery.Chat, delivery.Part, delivery.Attempt)));
        _hands[owner].AddRange(leased);
    }

    /// <summary>Also of what was lost in the meantime: a process that slept does not know better.</summary>
    private async Task BeginAsync(Random random)
    {
        var owner = One(random, Owners);
        var some = _hands[owner].Where(_ => random.Next(2) == 0).ToList();
        var expected = _model.Begin(some, owner, Now);
        var begun = await Ledger.BeginSendingAsync(some, owner, Now, Cancellation);
        Assert.Equal(expected, begun);
        Assert.All(begun, delivery => Assert.DoesNotContain(delivery.Id, _sent));
    }

    private async Task CompleteAsync(Random random)
    {
        var owner = One(random, Owners);
        var some = _hands[owner].Where(_ => random.Next(2) == 0).Select(delivery => OutcomeOf(delivery, owner, random)).ToList();
        // One that entails more than its own row comes alone, for the order within a batch is nobody's promise.
        if (some.Any(completion => completion.Outcome is SendOutcome.Gone or SendOutcome.Refused))
            some = some[..1];
        some.ForEach(completion => _model.Complete(completion, owner, Now));
        await Ledger.CompleteAsync(some, owner, Now, Cancellation);
        _sent.UnionWith(_model.Rows.Where(row => row.State == DeliveryState.Sent).Select(row => row.Id));
        if (random.Next(3) > 0)
            _hands[owner].RemoveAll(delivery => some.Exists(completion => completion.Delivery == delivery));
    }

    private Completion OutcomeOf(LeasedDelivery delivery, string owner, Random random)
    {
        var row = _model.Rows[(int)delivery.Id - 1];
        var begun = row.State == DeliveryState.Sending && row.Owner == owner && row.Attempt == delivery.Attempt;
        DateTimeOffset? later = Now.AddSeconds(random.Next(1, 100));
        return random.Next(begun ? 12 : 2) switch
        {
            0 => new(delivery, new SendOutcome.Later(null, LaterScope.Chat, "later"), later, HoldsChat: random.Next(2) == 0),
            1 => new(delivery, new SendOutcome.Later(null, LaterScope.Lane, "at once")),
            2 => new(delivery, new SendOutcome.Refused("refused")),
            3 => new(delivery, new SendOutcome.Gone("gone")),
            4 => new(delivery, new SendOutcome.Unknown("cut")),
            5 => new(delivery, new SendOutcome.Unknown("cut"), later, ResendWithin: random.Next(2) == 0 ? Completion.AnyTime : TimeSpan.FromSeconds(random.Next(1, 200))),
            6 => new(delivery, new SendOutcome.Halted("401")),
            _ => new(delivery, new SendOutcome.Sent("m")),
        };
    }

    private async Task RecoverAsync(Random random)
    {
        TimeSpan? resendWithin = random.Next(3) == 0 ? null : TimeSpan.FromSeconds(random.Next(1, 200));
        _model.Recover(Now, resendWithin);
        await Ledger.RecoverAsync(Platform, Now, resendWithin, Cancellation);
    }

    private async Task PauseAsync(Random random)
    {
        var chat = One(random, Chats);
        var until = Now.AddSeconds(random.Next(1, 100));
        var pauses = random.Next(3) == 0;
        if (pauses)
            _model.Pause(chat, until);
        else
            _model.Resume(chat);
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = chat, Pause = pauses ? new ChatPause(false, "", Now, until) : null }, Cancellation);
    }

    private Task ReleaseAsync(Random random)
    {
        var owner = One(random, Owners);
        _model.Release(owner);
        return Ledger.ReleaseAsync(Platform, owner, Cancellation);
    }

    private Task<int> TakeBackAsync(Random random)
    {
        var owner = One(random, Owners);
        _model.TakeBack(owner);
        return Ledger.TakeBackAsync(Platform, owner, Cancellation);
    }

    private Task<IReadOnlyList<Row>> RowsAsync() => Database.ReadAsync(
        session => session.QueryAsync<Row>($"SELECT id, {LeaseSql.StateOf} AS state, owner, attempt, not_before, unanswered_at FROM deliveries ORDER BY id"), Cancellation);

    private static string Shown(LedgerModel.Row row) => new Row
    {
        Id = row.Id,
        State = row.State,
        Owner = row.Owner,
        Attempt = row.Attempt,
        NotBefore = row.NotBefore.ToUnixTimeMilliseconds(),
        UnansweredAt = row.FirstUnanswered?.ToUnixTimeMilliseconds(),
    }.ToString();

    private static T One<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private sealed record Row
    {
        public long Id { get; init; }
        public DeliveryState State { get; init; }
        public string? Owner { get; init; }
        public int Attempt { get; init; }
        public long NotBefore { get; init; }
        public long? UnansweredAt { get; init; }
    }
}
