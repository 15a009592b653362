using System.Data.Common;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Support;
using DigestBot.Subscriptions;

namespace DigestBot.Storage.Ledger;

public sealed class SqliteLedgerRecordsTests() : LedgerRecordsTests(StorageProvider.Sqlite);

public sealed class PostgreSqlLedgerRecordsTests() : LedgerRecordsTests(StorageProvider.PostgreSql);

public abstract class LedgerRecordsTests : StoreTests
{
    private protected LedgerRecordsTests(StorageProvider provider)
        : base(provider)
    {
    }

    [Fact]
    public async Task An_empty_ledger_has_nothing_to_report()
    {
        var status = await Ledger.StatusAsync(Now, Cancellation);

        Assert.Empty(status.Counts);
        Assert.Null(status.OldestPending);
        Assert.Equal(0, status.Subscriptions);
        Assert.Empty(status.Paused);
        Assert.Empty(status.Unknown);
    }

    [Fact]
    public async Task The_status_counts_by_platform_and_state_and_knows_the_longest_wait()
    {
        await SubscribeAsync(Ani);
        await PostAllAsync("satu");
        await Ledger.EnqueueAsync("d", new ChatId("discord", "1"), Lane.Broadcast, ["satu", "dua"], Now, Now.AddHours(1), Cancellation);
        Clock.Advance(TimeSpan.FromMinutes(10));
        await AnnounceAsync("a", Budi, "lain");
        await LeaseAsync(most: 1);

        var status = await Ledger.StatusAsync(Now, Cancellation);

        Assert.Equal(2, status.Counts[("discord", DeliveryState.Pending)]);
        Assert.Equal(1, status.Counts[(Platform, DeliveryState.Pending)]);
        Assert.Equal(1, status.Counts[(Platform, DeliveryState.Leased)]);
        Assert.Equal(Seven, status.OldestPending);
        Assert.Equal(1, status.Subscriptions);
    }

    [Fact]
    public async Task What_waits_for_a_later_time_is_not_the_longest_wait()
    {
        await AnnounceAsync("a", Ani, "satu");
        await CompleteAsync(await LeaseOnlyAsync(), new SendOutcome.Later(null, LaterScope.Chat, "429"), Now.AddHours(12));

        Assert.Null((await Ledger.StatusAsync(Now, Cancellation)).OldestPending);
    }

    [Fact]
    public async Task What_waits_for_its_chat_is_not_the_longest_wait()
    {
        await AnnounceAsync("a", Ani, "satu", "dua");
        await AnnounceAsync("b", Budi, "satu");
        await CompleteAsync((await LeaseAsync(most: 1)).Single(), new SendOutcome.Later(null, LaterScope.Chat, "429"), Now.AddHours(12), holdsChat: true);
        Assert.Equal(Seven, (await Ledger.StatusAsync(Now, Cancellation)).OldestPending);

        await PauseAsync(Budi, "", Now, null);

        Assert.Null((await Ledger.StatusAsync(Now, Cancellation)).OldestPending);
    }

    [Fact]
    public async Task The_status_knows_when_each_platform_last_took_something_and_counts_beyond_what_it_lists()
    {
        await AnnounceAsync("a", Ani, "satu");
        await SendAllAsync();
        var first = Now;
        Clock.Advance(TimeSpan.FromMinutes(5));
        await AnnounceAsync("b", Budi, "dua");
        await CompleteAsync((await BeginAsync([await LeaseOnlyAsync()]))[0], new SendOutcome.Unknown("cut"));
        foreach (var chat in Enumerable.Range(0, 101))
            await PauseAsync(new ChatId(Platform, $"{chat}"), "", Now, null);

        var status = await Ledger.StatusAsync(Now, Cancellation);

        Assert.Equal([new(Platform, first)], status.LastSent);
        Assert.Equal(1, status.UnknownSends);
        Assert.Equal((101, 100), (status.PausedChats, status.Paused.Count));
    }

    [Fact]
    public async Task Paused_chats_are_listed_with_their_reasons_the_newest_first()
    {
        await PauseAsync(Ani, "blocked", Now, null);
        await PauseAsync(Budi, "", Now.AddMinutes(-5), Now.AddDays(1));
        await PauseAsync(new ChatId(Platform, "over"), "", Now.AddDays(-2), Now.AddDays(-1));

        Assert.Equal([(Ani, "blocked", Now), (Budi, "", Now.AddMinutes(-5))], (await Ledger.StatusAsync(Now, Cancellation)).Paused);
    }

    [Fact]
    public async Task What_failed_and_what_expired_is_listed_with_its_reason_the_newest_first()
    {
        await AnnounceAsync("a", Ani, "satu");
        await AnnounceAsync("b", Budi, "dua");
        await CompleteAsync((await BeginAsync(await LeaseAsync(most: 1)))[0], new SendOutcome.Refused("too long"));
        Clock.Advance(TimeSpan.FromHours(1));
        await Ledger.RecoverAsync(Platform, Now, null, Cancellation);

        Assert.Equal(
            [(Budi, DeliveryState.Expired, "waited too long", Now), (Ani, DeliveryState.Failed, "too long", Seven)],
            (await Ledger.StatusAsync(Now, Cancellation)).NotSent);
    }

    [Fact]
    public async Task Pruning_deletes_what_was_done_long_ago_and_messages_that_nobody_needs()
    {
        await AnnounceAsync("old", Ani, "lama");
        await SendAllAsync();
        await AnnounceAsync("open", Budi, "menunggu");
        Clock.Advance(TimeSpan.FromMinutes(30));
        await AnnounceAsync("new", Ani, "baru");
        await LeaseAsync(most: 1);
        await Ledger.ReleaseAsync(Platform, "one", Cancellation);

        Assert.Equal(1, await Ledger.PruneAsync(Now, Cancellation));
        Assert.Equal(["baru", "menunggu"], (await BodiesAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(0, await Ledger.PruneAsync(Now, Cancellation));
    }

    [Fact]
    public async Task Pruning_goes_on_until_all_is_gone_however_much_it_is()
    {
        var parts = Enumerable.Range(0, 40).Select(part => $"{part}").ToArray();
        foreach (var n in Enumerable.Range(0, 300))
            await AnnounceAsync($"{n}", new ChatId(Platform, $"{n}"), parts);
        Clock.Advance(TimeSpan.FromHours(2));
        await Ledger.RecoverAsync(Platform, Now, null, Cancellation);
        Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(12_000, await Ledger.PruneAsync(Now, Cancellation));
        Assert.Empty(await BodiesAsync());
    }

    [Fact]
    public async Task Messages_that_nobody_needs_go_a_thousand_at_a_time()
    {
        await Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    "INSERT INTO messages (created_at) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500) SELECT i FROM n");
                // The last of them can't go, which undoes the transaction that it would go in, and no other.
                await session.ExecuteAsync("CREATE TABLE kept (message bigint REFERENCES messages (id))");
                await session.ExecuteAsync("INSERT INTO kept SELECT max(id) FROM messages");
            },
            Cancellation);

        await Assert.ThrowsAnyAsync<DbException>(() => Ledger.PruneAsync(Now, Cancellation));

        Assert.Equal(500, await Database.ReadAsync(session => session.FirstAsync<int>("SELECT count(*) FROM messages"), Cancellation));
    }

    private Task PauseAsync(ChatId chat, string reason, DateTimeOffset since, DateTimeOffset? until) =>
        Subscriptions.SaveChatAsync(new ChatSettings { Chat = chat, Pause = new ChatPause(reason != "", reason, since, until) }, Cancellation);

    private Task<IReadOnlyList<string>> BodiesAsync() =>
        Database.ReadAsync(session => session.QueryAsync<string>("SELECT body FROM message_parts"), Cancellation);
}
