using System.Collections.Concurrent;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Support;
using DigestBot.Subscriptions;

namespace DigestBot.Storage.Ledger;

public sealed class SqliteLeaseDeskTests() : LeaseDeskTests(StorageProvider.Sqlite);

public sealed class PostgreSqlLeaseDeskTests() : LeaseDeskTests(StorageProvider.PostgreSql)
{
    [Fact]
    public async Task What_is_leased_is_taken_in_the_order_of_its_index_though_the_queue_was_empty_when_it_was_last_counted()
    {
        await SubscribeManyAsync(2_000);
        await PostAllAsync("satu");
        await SendAllAsync();
        await Database.WriteAsync(
            session => session.ExecuteAsync("UPDATE deliveries SET platform = 'discord' WHERE id % 10 = 0; ANALYZE deliveries"), Cancellation);
        Clock.Advance(TimeSpan.FromDays(1));
        await PostAllAsync("dua");

        var explained = new LeaseSql(Database).Lease.Replace("WITH picked", "EXPLAIN WITH picked", StringComparison.Ordinal);
        var plan = await Database.WriteAsync(
            session => session.QueryAsync<string>(explained, new { Platform, Lane = 1, Owner = "one", Most = 500, Now = After, Until = After }), Cancellation);

        Assert.Contains(plan, step => step.Contains("Index Scan using deliveries_pending on deliveries d", StringComparison.Ordinal));
        Assert.Contains(plan, step => step.Contains("Index Cond: (id = ANY", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("Sort", StringComparison.Ordinal));
    }

    /// <summary>As PostgreSQL itself counts it: an update that had to write an index is none of these (HOT).</summary>
    [Fact]
    public async Task Leasing_and_what_follows_until_the_end_write_no_index()
    {
        foreach (var n in Enumerable.Range(0, 5))
            await AnnounceAsync($"a{n}", new ChatId(Platform, $"{n}"), "satu");

        Assert.Equal(5, await WithoutIndexAsync(new LeaseSql(Database).Lease, new { Platform, Lane = 1, Owner = "one", Most = 5, Now = After, Until = After }));
        Assert.Equal(5, await WithoutIndexAsync(new LeaseSql(Database).Begin, new { Rows = "[[1,1],[2,1],[3,1],[4,1],[5,1]]", Owner = "one", Now = After }));
        var back = new { Rows = $$"""[[1,1,{{After}},0,0,""],[2,1,{{After}},0,0,""]]""", Owner = "one", Now = After };
        Assert.Equal(2, await WithoutIndexAsync(new OutcomeSql(Database).PutBack, back));
        Assert.Equal(0, await WithoutIndexAsync(new OutcomeSql(Database).End, new { Rows = """[[3,1,3,"m",null]]""", Owner = "one", Now = After }));
    }

    private const string Counted = "SELECT pg_stat_get_xact_tuples_hot_updated('deliveries'::regclass)";

    private long After => Now.ToUnixTimeMilliseconds() + 1;

    private Task<long> WithoutIndexAsync(string statement, object values) => Database.WriteAsync(
        async session =>
        {
            var before = await session.FirstAsync<long>(Counted);
            await session.ExecuteAsync(statement, values);
            return await session.FirstAsync<long>(Counted) - before;
        },
        Cancellation);
}

public abstract class LeaseDeskTests : StoreTests
{
    private protected LeaseDeskTests(StorageProvider provider)
        : base(provider)
    {
    }

    [Fact]
    public async Task A_leased_delivery_says_all_that_a_send_needs()
    {
        var topic = Ani with { Thread = "45" };
        await AnswerAsync("u1", topic, "halo");

        var leased = await LeaseOnlyAsync(Lane.Answer);

        Assert.Equal((topic, "halo", Lane.Answer, 1, Now.AddHours(1)), (leased.Chat, leased.Part, leased.Lane, leased.Attempt, leased.ExpiresAt));
        Assert.Matches("^[0-9a-f]{24}$", leased.Nonce);
    }

    [Fact]
    public async Task What_one_dispatcher_has_leased_no_other_gets()
    {
        await AnnounceAsync("a", Ani, "satu");
        await LeaseOnlyAsync();

        Assert.Empty(await LeaseAsync(owner: "two"));
    }

    [Fact]
    public async Task Several_dispatchers_that_lease_at_once_share_without_overlap()
    {
        foreach (var n in Enumerable.Range(0, 200))
            await AnnounceAsync($"a{n}", new ChatId(Platform, $"{n}"), $"{n}");

        var leases = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => LeaseAsync(owner: $"{n}", most: 40))));

        Assert.Equal(200, leases.SelectMany(lease => lease).Select(delivery => delivery.Id).Distinct().Count());
        Assert.All(leases, lease => Assert.True(lease.Count <= 40));
    }

    [Fact]
    public async Task Several_dispatchers_at_work_send_every_part_once_and_each_chats_in_order()
    {
        foreach (var n in Enumerable.Range(0, 40))
            await AnnounceAsync($"a{n}", new ChatId(Platform, $"{n}"), "0", "1", "2");
        var begun = new ConcurrentQueue<LeasedDelivery>();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => WorkAsync($"{n}", begun))));

        Assert.Equal(120, await CountAsync(DeliveryState.Sent));
        Assert.Equal(120, begun.Select(delivery => delivery.Id).Distinct().Count());
        Assert.All(begun.GroupBy(delivery => delivery.Chat), chat => Assert.Equal(["0", "1", "2"], chat.Select(delivery => delivery.Part)));
    }

    [Fact]
    public async Task The_longest_due_go_first()
    {
        await AnnounceAsync("late", Ani, "kedua");
        await Ledger.EnqueueAsync("early", Budi, Lane.Broadcast, ["pertama"], Now.AddSeconds(-5), Now.AddHours(1), Cancellation);

        Assert.Equal(["pertama", "kedua"], (await LeaseAsync()).Select(delivery => delivery.Part));
        Assert.Equal(2, await CountAsync(DeliveryState.Leased));
    }

    [Fact]
    public async Task A_part_waits_until_the_one_before_it_is_done()
    {
        await AnnounceAsync("a", Ani, "satu", "dua", "tiga");
        var first = await LeaseOnlyAsync();
        Assert.Equal("satu", first.Part);
        Assert.Empty(await LeaseAsync());
        await BeginAsync([first]);
        Assert.Empty(await LeaseAsync());
        await CompleteAsync(first, new SendOutcome.Sent("1"));

        Assert.Equal(["telegram:1001 dua", "telegram:1001 tiga"], await SendAllAsync());
    }

    [Fact]
    public async Task A_part_put_back_is_overtaken_by_nothing_in_its_lane()
    {
        await AnnounceAsync("a", Ani, "satu", "dua");
        await AnnounceAsync("b", Ani, "lain");
        await AnswerAsync("u", Ani, "jawaban");
        await CompleteAsync(await LeaseOnlyAsync(), new SendOutcome.Later(null, LaterScope.Chat, "no route"), Now.AddMinutes(1));

        Assert.Empty(await SendAllAsync());
        Assert.Equal(["telegram:1001 jawaban"], await SendAllAsync(Lane.Answer));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["telegram:1001 satu", "telegram:1001 dua", "telegram:1001 lain"], await SendAllAsync());
    }

    [Fact]
    public async Task One_chat_has_one_delivery_on_its_way_whatever_the_lane()
    {
        await AnnounceAsync("a", Ani, "siaran");
        await AnnounceAsync("b", Ani, "siaran lain");
        await AnswerAsync("u", Ani, "jawaban");
        var answer = await LeaseOnlyAsync(Lane.Answer);

        Assert.Empty(await LeaseAsync());
        await CompleteAsync(answer, new SendOutcome.Sent("1"));
        Assert.Equal("siaran", (await LeaseOnlyAsync()).Part);
    }

    [Fact]
    public async Task Threads_of_a_chat_and_other_chats_do_not_wait_for_one_another()
    {
        foreach (var chat in (ChatId[])[Ani, Ani with { Thread = "4" }, Budi, new("discord", "1001")])
            await AnnounceAsync($"{chat}", chat, "satu");

        Assert.Equal([Ani, Ani with { Thread = "4" }, Budi], (await LeaseAsync()).Select(delivery => delivery.Chat));
    }

    [Fact]
    public async Task A_chat_told_to_wait_waits_with_all_its_threads_and_holds_nobody_else()
    {
        await AnnounceAsync("a", Ani, "satu");
        await AnnounceAsync("b", Ani with { Thread = "4" }, "dua");
        await AnnounceAsync("c", Budi, "tiga");
        var leased = (await LeaseAsync(most: 1))[0];
        await CompleteAsync(leased, new SendOutcome.Later(TimeSpan.FromHours(12), LaterScope.Chat, "429"), Now.AddMinutes(30), holdsChat: true);

        Assert.Equal(["telegram:1002 tiga"], await SendAllAsync());
        Assert.Empty(await LeaseAsync(Lane.Answer));
        Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(["telegram:1001 satu", "telegram:1001/4 dua"], await SendAllAsync());
    }

    [Fact]
    public async Task A_platform_told_to_wait_waits_whoever_asks_and_holds_no_other()
    {
        await AnnounceAsync("a", Ani, "satu");
        await AnnounceAsync("b", Budi, "dua");
        await AnswerAsync("u", Budi, "jawaban");
        await Ledger.EnqueueAsync("d", new ChatId("discord", "1"), Lane.Broadcast, ["lain"], Now, Now.AddHours(1), Cancellation);
        var leased = (await LeaseAsync(most: 1))[0];
        var flood = new SendOutcome.Later(TimeSpan.FromSeconds(40), LaterScope.Lane, "429");
        await Ledger.CompleteAsync([new Completion(leased, flood, Now.AddSeconds(40), HoldsPlatform: true)], "one", Now, Cancellation);

        Assert.Empty(await LeaseAsync(owner: "after a restart"));
        Assert.Empty(await LeaseAsync(Lane.Answer, owner: "after a restart"));
        Assert.Single(await Ledger.LeaseAsync("discord", Lane.Broadcast, "one", 1, Now, Now.AddMinutes(1), Cancellation));
        Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(["telegram:1001 satu", "telegram:1002 dua"], await SendAllAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_up_nothing_that_is_due()
    {
        await AnnounceAsync("a", Ani, "satu");

        var leased = await Ledger.LeaseAsync(Platform, Lane.Broadcast, "one", 1, Now.AddHours(-1), Now, Cancellation);

        Assert.Equal("satu", Assert.Single(leased).Part);
    }

    [Fact]
    public async Task A_clock_that_is_ahead_for_a_moment_ends_nothing()
    {
        await AnnounceAsync("a", Ani, "satu");

        Assert.Empty(await Ledger.LeaseAsync(Platform, Lane.Broadcast, "one", 1, Now.AddDays(1), Now.AddDays(1), Cancellation));
        Assert.Equal(["telegram:1001 satu"], await SendAllAsync());
    }

    [Fact]
    public async Task A_paused_chat_gets_answers_but_no_broadcast()
    {
        await AnnounceAsync("a", Ani, "siaran");
        await AnswerAsync("u", Ani, "jawaban");
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Ani, Pause = new ChatPause(false, "", Now, Now.AddMinutes(30)) }, Cancellation);

        Assert.Empty(await SendAllAsync());
        Assert.Equal(["telegram:1001 jawaban"], await SendAllAsync(Lane.Answer));
        Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(["telegram:1001 siaran"], await SendAllAsync());
    }

    [Fact]
    public async Task What_waited_too_long_is_not_sent_and_holds_up_nothing_that_came_later()
    {
        await AnnounceAsync("a", Ani, "satu", "dua");
        Clock.Advance(TimeSpan.FromHours(1));
        await AnnounceAsync("b", Ani, "tiga");

        Assert.Equal(["telegram:1001 tiga"], await SendAllAsync());
        Assert.Equal(2, await Ledger.RecoverAsync(Platform, Now, null, Cancellation));
        Assert.Equal(2, await CountAsync(DeliveryState.Expired));
    }

    [Fact]
    public async Task Only_what_an_owner_still_holds_begins()
    {
        await AnnounceAsync("a", Ani, "satu");
        await AnnounceAsync("b", Budi, "dua");
        var leased = await LeaseAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await Ledger.RecoverAsync(Platform, Now, null, Cancellation));
        var again = await LeaseAsync(owner: "two", most: 1);

        Assert.Empty(await BeginAsync(leased));
        Assert.Equal(again, await BeginAsync(again, "two"));
        Assert.Empty(await BeginAsync(again, "two"));
        Assert.Equal(2, again[0].Attempt);
    }

    [Fact]
    public async Task A_nonce_outlives_restarts_and_is_known_to_no_other_database()
    {
        await AnnounceAsync("a", Ani, "satu");
        var first = await LeaseOnlyAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        var restarted = OpenAgain();
        await restarted.MigrateAsync(Cancellation);
        var ledger = new DeliveryLedger(restarted);
        await ledger.RecoverAsync(Platform, Now, null, Cancellation);
        var second = Assert.Single(await ledger.LeaseAsync(Platform, Lane.Broadcast, "two", 1, Now, Now.AddMinutes(1), Cancellation));

        Assert.Equal(first.Nonce, second.Nonce);
        Assert.NotEqual(first.Nonce, Nonce.Of("another", first.Id));
    }

    /// <summary>Until nothing is pending or on its way, wherever it is.</summary>
    private async Task WorkAsync(string owner, ConcurrentQueue<LeasedDelivery> begun)
    {
        while (await CountAsync(DeliveryState.Sent) < 120)
        {
            var leaving = await BeginAsync(await LeaseAsync(owner: owner, most: 7), owner);
            foreach (var delivery in leaving)
                begun.Enqueue(delivery);
            await Ledger.CompleteAsync([.. leaving.Select(delivery => new Completion(delivery, new SendOutcome.Sent("m")))], owner, Now, Cancellation);
        }
    }
}
