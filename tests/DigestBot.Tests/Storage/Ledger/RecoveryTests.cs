using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Support;

namespace DigestBot.Storage.Ledger;

public sealed class SqliteRecoveryTests() : RecoveryTests(StorageProvider.Sqlite);

public sealed class PostgreSqlRecoveryTests() : RecoveryTests(StorageProvider.PostgreSql);

/// <summary>What one instance leaves to the next, when it stops and when it dies.</summary>
public abstract class RecoveryTests : StoreTests
{
    private protected RecoveryTests(StorageProvider provider)
        : base(provider)
    {
    }

    [Fact]
    public async Task A_released_lease_is_free_at_once_what_is_on_its_way_is_not()
    {
        await AnnounceAsync("a", Ani, "satu");
        await AnnounceAsync("b", Budi, "dua");
        var leased = await LeaseAsync();
        await BeginAsync([leased[0]]);
        await Ledger.ReleaseAsync(Platform, "one", Cancellation);

        Assert.Equal(leased[1].Id, (await LeaseOnlyAsync(owner: "two")).Id);
        Assert.Equal(1, await CountAsync(DeliveryState.Sending));
    }

    [Fact]
    public async Task A_new_holder_takes_back_what_the_one_before_had_not_begun_and_that_one_can_not_begin_it_any_more()
    {
        await AnnounceAsync("a", Ani, "satu");
        await AnnounceAsync("b", Budi, "dua");
        var leased = await LeaseAsync();
        await BeginAsync([leased[0]]);

        Assert.Equal(1, await Ledger.TakeBackAsync(Platform, "two", Cancellation));

        var taken = await LeaseOnlyAsync(owner: "two");
        Assert.Equal(leased[1].Id, taken.Id);
        Assert.Equal(0, await Ledger.TakeBackAsync(Platform, "two", Cancellation));
        Assert.Empty(await BeginAsync([leased[1]]));
        Assert.Single(await BeginAsync([taken], "two"));
        Assert.Equal(2, await CountAsync(DeliveryState.Sending));
    }

    [Fact]
    public async Task One_owner_at_a_time_holds_a_platform()
    {
        Assert.True(await HoldAsync("one"));
        Assert.True(await HoldAsync("one"));
        Assert.False(await HoldAsync("two"));
        Assert.True(await Ledger.HoldPlatformAsync("discord", "two", Now, Now.AddSeconds(10), Cancellation));

        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(await HoldAsync("two"));
        await Ledger.ReleaseAsync(Platform, "one", Cancellation);
        Assert.False(await HoldAsync("one"));
        await Ledger.ReleaseAsync(Platform, "two", Cancellation);
        Assert.True(await HoldAsync("one"));
    }

    [Fact]
    public async Task What_one_wrote_whose_clock_ran_far_ahead_is_not_waited_for()
    {
        await AnnounceAsync("a", Ani, "satu");
        await Ledger.HoldPlatformAsync(Platform, "one", Now.AddHours(1), Now.AddHours(1).AddSeconds(10), Cancellation);
        var ahead = await Ledger.LeaseAsync(Platform, Lane.Broadcast, "one", 1, Now, Now.AddHours(1).AddMinutes(1), Cancellation);
        await BeginAsync(ahead);

        Assert.True(await HoldAsync("two"));
        Assert.Equal(1, await RecoverAsync(Completion.AnyTime));
        Assert.Equal(["telegram:1001 satu"], await SendAllAsync());
    }

    [Fact]
    public async Task A_second_send_is_not_begun_by_a_clock_that_says_the_first_is_still_to_come()
    {
        await AnnounceAsync("a", Ani, "satu");
        await BeginAsync(await LeaseAsync());
        var hoursBehind = Now.AddHours(-3);

        Assert.Equal(1, await Ledger.RecoverAsync(Platform, hoursBehind, TimeSpan.FromSeconds(90), Cancellation));

        Assert.Equal(1, await CountAsync(DeliveryState.Unknown));
    }

    [Fact]
    public async Task Waits_that_a_clock_told_before_it_was_set_back_end_when_they_were_to()
    {
        await AnnounceAsync("a", Ani, "satu");
        await AnnounceAsync("b", Budi, "dua");
        await AnnounceAsync("c", new ChatId(Platform, "1003"), "tiga");
        var leased = await LeaseAsync();
        await CompleteAsync(leased[0], new SendOutcome.Later(TimeSpan.FromSeconds(40), LaterScope.Chat, "429"), Now.AddHours(7).AddSeconds(40), holdsChat: true);
        await CompleteAsync(leased[1], new SendOutcome.Later(null, LaterScope.Chat, "no route"), Now.AddHours(7).AddSeconds(20));
        await CompleteAsync(leased[2], new SendOutcome.Later(null, LaterScope.Chat, "no route"), Now.AddSeconds(10));

        Assert.Equal(3, await Ledger.SetBackAsync(Platform, TimeSpan.FromHours(7), Now.AddSeconds(11), null, Cancellation));

        Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(["telegram:1003 tiga"], await SendAllAsync());
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(["telegram:1002 dua"], await SendAllAsync());
        Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(["telegram:1001 satu"], await SendAllAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_no_second_send_sure_for_longer()
    {
        await AnnounceAsync("a", Ani, "satu");
        await AnnounceAsync("b", Budi, "dua");
        var within = TimeSpan.FromSeconds(90);
        var ahead = Now.AddMinutes(10);
        var leased = await LeaseAsync();
        await Ledger.BeginSendingAsync(leased, "one", ahead, Cancellation);
        await Ledger.CompleteAsync([new Completion(leased[0], new SendOutcome.Unknown("cut"), ahead.AddSeconds(2), ResendWithin: within)], "one", ahead, Cancellation);
        await Ledger.SetBackAsync(Platform, TimeSpan.FromMinutes(10), Now, within, Cancellation);
        await Ledger.CompleteAsync([new Completion(leased[1], new SendOutcome.Unknown("cut"), Now, ResendWithin: within)], "one", Now, Cancellation);

        Clock.Advance(TimeSpan.FromSeconds(91));

        Assert.Empty(await SendAllAsync());
        Assert.Equal(2, await Ledger.RecoverAsync(Platform, Now, within, Cancellation));
        Assert.Equal(2, await CountAsync(DeliveryState.Unknown));
    }

    [Fact]
    public async Task A_send_whose_instance_died_is_unknown_and_holds_up_nobody()
    {
        await AnnounceAsync("a", Ani, "satu", "dua");
        await BeginAsync(await LeaseAsync());
        Assert.Equal(0, await RecoverAsync());
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await RecoverAsync());

        var unknown = Assert.Single((await Ledger.StatusAsync(Now, Cancellation)).Unknown);
        Assert.Equal((Ani, Seven), (unknown.Chat, unknown.SentAt));
        Assert.Equal(["telegram:1001 dua"], await SendAllAsync());
    }

    [Fact]
    public async Task A_send_begun_lately_enough_is_sent_again_and_stays_listed()
    {
        await AnnounceAsync("a", Ani, "satu");
        await AnnounceAsync("b", Budi, "dua");
        await BeginAsync(await LeaseAsync(most: 1));
        Clock.Advance(TimeSpan.FromSeconds(30));
        await BeginAsync(await LeaseAsync(most: 1));
        Clock.Advance(TimeSpan.FromMinutes(1));

        await RecoverAsync(TimeSpan.FromSeconds(61));

        Assert.Equal(1, await CountAsync(DeliveryState.Unknown));
        Assert.Equal(["telegram:1002 dua"], await SendAllAsync());
        Assert.Equal([Budi, Ani], (await Ledger.StatusAsync(Now, Cancellation)).Unknown.Select(row => row.Chat));
    }

    [Fact]
    public async Task A_second_send_counts_from_the_first_one_that_got_no_answer()
    {
        await AnnounceAsync("a", Ani, "satu");
        await BeginAsync(await LeaseAsync());
        Clock.Advance(TimeSpan.FromMinutes(1));
        await RecoverAsync(TimeSpan.FromSeconds(90));
        await BeginAsync(await LeaseAsync());
        Clock.Advance(TimeSpan.FromMinutes(1));

        await RecoverAsync(TimeSpan.FromSeconds(90));

        Assert.Equal(1, await CountAsync(DeliveryState.Unknown));
    }

    [Theory]
    [InlineData(20, 1, DeliveryState.Sent)]
    [InlineData(31, 0, DeliveryState.Unknown)]
    public async Task A_second_send_that_has_to_wait_too_long_is_not_begun(int seconds, int sent, DeliveryState state)
    {
        await AnnounceAsync("a", Ani, "satu");
        await BeginAsync(await LeaseAsync());
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await RecoverAsync(TimeSpan.FromSeconds(90)));
        Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(sent, (await SendAllAsync()).Count);
        await RecoverAsync(TimeSpan.FromSeconds(90));
        Assert.Equal(1, await CountAsync(state));
        Assert.Single((await Ledger.StatusAsync(Now, Cancellation)).Unknown);
    }

    [Fact]
    public async Task Recovery_leaves_other_platforms_alone()
    {
        await Ledger.EnqueueAsync("d", new ChatId("discord", "1"), Lane.Broadcast, ["satu"], Now, Now.AddHours(1), Cancellation);
        await Ledger.LeaseAsync("discord", Lane.Broadcast, "one", 1, Now, Now.AddMinutes(1), Cancellation);
        Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(0, await RecoverAsync());
        Assert.Equal(1, await Ledger.RecoverAsync("discord", Now, null, Cancellation));
    }

    private Task<bool> HoldAsync(string owner) => Ledger.HoldPlatformAsync(Platform, owner, Now, Now.AddSeconds(10), Cancellation);

    private Task<int> RecoverAsync(TimeSpan? resendWithin = null) => Ledger.RecoverAsync(Platform, Now, resendWithin, Cancellation);
}
