using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Support;
using DigestBot.Subscriptions;

namespace DigestBot.Storage.Ledger;

public sealed class SqliteOutcomeBookTests() : OutcomeBookTests(StorageProvider.Sqlite);

public sealed class PostgreSqlOutcomeBookTests() : OutcomeBookTests(StorageProvider.PostgreSql)
{
    [Theory]
    [InlineData(0)]
    [InlineData(4_000)]
    public async Task What_records_a_send_looks_its_rows_up_whatever_the_table_held_when_it_was_planned(int held)
    {
        await SubscribeManyAsync(held);
        await PostAllAsync("satu");
        var values = new { Rows = "[[1, 1, 3, \"17\", null, null]]", Owner = "one", Now = 1L };

        foreach (var statement in (string[])[new LeaseSql(Database).Begin, new OutcomeSql(Database).End, new OutcomeSql(Database).PutBack])
        {
            var explained = statement.Replace("UPDATE deliveries", "EXPLAIN UPDATE deliveries", StringComparison.Ordinal);
            var plan = await Database.WriteAsync(
                async session =>
                {
                    await session.ExecuteAsync("ANALYZE deliveries");
                    return await session.QueryAsync<string>(explained, values);
                },
                Cancellation);

            Assert.Contains(plan, step => step.Contains("Index Cond: (id = ANY", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Contains("Seq Scan on deliveries", StringComparison.Ordinal));
        }
    }
}

public abstract class OutcomeBookTests : StoreTests
{
    private protected OutcomeBookTests(StorageProvider provider)
        : base(provider)
    {
    }

    [Fact]
    public async Task A_batch_of_outcomes_is_recorded_each_on_its_own_row()
    {
        foreach (var chat in (string[])["a", "b", "c", "d"])
            await AnnounceAsync(chat, new ChatId(Platform, chat), "satu");
        var leased = await BeginAsync(await LeaseAsync());

        await Ledger.CompleteAsync(
            [
                new Completion(leased[0], new SendOutcome.Sent("17")),
                new Completion(leased[1], new SendOutcome.Refused("too long")),
                new Completion(leased[2], new SendOutcome.Unknown("cut")),
                new Completion(leased[3], new SendOutcome.Halted("401")),
            ],
            "one",
            Now,
            Cancellation);

        Assert.Equal(
            ["a Sent 17 ", "b Failed  too long", "c Unknown  cut", "d Pending  401"],
            (await RowsAsync()).Select(row => $"{row.Chat} {row.State} {row.SentId} {row.Reason}"));
    }

    [Fact]
    public async Task An_outcome_that_comes_after_another_dispatcher_took_over_changes_nothing()
    {
        await AnnounceAsync("a", Ani, "satu");
        var lost = await BeginAsync(await LeaseAsync());
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Ledger.RecoverAsync(Platform, Now, Completion.AnyTime, Cancellation);
        var taken = await BeginAsync(await LeaseAsync(owner: "two"), "two");

        foreach (var outcome in (SendOutcome[])[new SendOutcome.Sent("1"), new SendOutcome.Gone("blocked"), new SendOutcome.Moved(Budi), new SendOutcome.Refused("no")])
            await CompleteAsync(lost[0], outcome);

        Assert.Equal("Sending", Assert.Single(await RowsAsync()).State.ToString());
        Assert.Null((await Subscriptions.GetChatAsync(Ani, Cancellation)).Pause);
        await Ledger.CompleteAsync([new Completion(taken[0], new SendOutcome.Sent("2"))], "two", Now, Cancellation);
        Assert.Equal("2", Assert.Single(await RowsAsync()).SentId);
    }

    [Fact]
    public async Task An_outcome_of_an_earlier_attempt_by_the_same_owner_changes_nothing()
    {
        await AnnounceAsync("a", Ani, "satu");
        var first = await LeaseOnlyAsync();
        await CompleteAsync(first, new SendOutcome.Later(null, LaterScope.Chat, "no route"));
        var second = await LeaseOnlyAsync();
        await CompleteAsync(first, new SendOutcome.Sent("1"));

        Assert.Equal(second, Assert.Single(await BeginAsync([second])));
    }

    [Fact]
    public async Task A_delivery_put_off_goes_again_when_its_time_comes_however_often()
    {
        await AnnounceAsync("a", Ani, "satu");
        foreach (var _ in Enumerable.Range(0, 20))
        {
            await CompleteAsync(await LeaseOnlyAsync(), new SendOutcome.Later(null, LaterScope.Chat, "429"), Now.AddMinutes(1));
            Assert.Empty(await LeaseAsync());
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["telegram:1001 satu"], await SendAllAsync());
    }

    [Fact]
    public async Task An_unanswered_send_is_unknown_unless_it_is_to_be_sent_again()
    {
        await AnnounceAsync("a", Ani, "satu");
        await AnnounceAsync("b", Budi, "dua");
        var begun = await BeginAsync(await LeaseAsync());
        await CompleteAsync(begun[0], new SendOutcome.Unknown("cut"));
        await CompleteAsync(begun[1], new SendOutcome.Unknown("cut"), Now.AddSeconds(5), resendWithin: Completion.AnyTime);

        Assert.Empty(await LeaseAsync());
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["telegram:1002 dua"], await SendAllAsync());
        Assert.Equal(2, (await Ledger.StatusAsync(Now, Cancellation)).Unknown.Count);
    }

    [Fact]
    public async Task A_refused_part_takes_the_later_parts_of_its_message_with_it_and_nothing_else()
    {
        await SubscribeAsync(Ani);
        await SubscribeAsync(Budi);
        await PostAllAsync("satu", "dua", "tiga");
        await AnnounceAsync("b", Ani, "lain");
        await CompleteAsync((await BeginAsync(await LeaseAsync(most: 1)))[0], new SendOutcome.Sent("1"));
        var second = (await LeaseAsync()).Single(delivery => delivery.Chat == Ani);
        await BeginAsync([second]);
        await CompleteAsync(second, new SendOutcome.Refused("can't parse"));
        await Ledger.ReleaseAsync(Platform, "one", Cancellation);

        Assert.Equal(
            ["telegram:1001 lain", "telegram:1002 dua", "telegram:1002 satu", "telegram:1002 tiga"],
            (await SendAllAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(["can't parse", "can't parse"], (await RowsAsync()).Where(row => row.State == DeliveryState.Failed).Select(row => row.Reason));
    }

    [Fact]
    public async Task A_chat_that_is_gone_is_paused_with_the_reason_and_what_was_open_for_it_fails()
    {
        await SubscribeAsync(Ani);
        await SubscribeAsync(Ani with { Thread = "4" }, at: Seven.AddHours(1));
        await SubscribeAsync(Budi);
        await PostAllAsync("satu", "dua");
        await AnswerAsync("u", Ani, "jawaban");
        var leased = await BeginAsync(await LeaseAsync());
        await CompleteAsync(leased.Single(delivery => delivery.Chat == Ani), new SendOutcome.Gone("bot was blocked by the user"));
        await CompleteAsync(leased.Single(delivery => delivery.Chat == Budi), new SendOutcome.Sent("1"));

        var pause = (await Subscriptions.GetChatAsync(Ani, Cancellation)).Pause;
        Assert.Equal(new ChatPause(true, "bot was blocked by the user", Now, null), pause);
        Assert.NotNull((await Subscriptions.GetChatAsync(Ani with { Thread = "4" }, Cancellation)).Pause);
        Assert.Equal(3, await CountAsync(DeliveryState.Failed));
        Assert.Empty(await LeaseAsync(Lane.Answer));
        Assert.Equal(["telegram:1002 dua"], await SendAllAsync());
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await FindDueAsync());
        Assert.Equal(2, (await Ledger.StatusAsync(Now, Cancellation)).Paused.Count);
        Assert.Single(await Subscriptions.ListAsync(Ani, Cancellation));
    }

    [Fact]
    public async Task A_pause_that_somebody_asked_for_is_kept_beneath_that_of_a_chat_that_is_gone_however_often()
    {
        await SubscribeAsync(Ani);
        var asked = new ChatPause(false, "", Now.AddHours(-1), Now.AddDays(3));
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Ani, Pause = asked }, Cancellation);
        foreach (var answer in (string[])["u", "v"])
        {
            await AnswerAsync(answer, Ani, "jawaban");
            await CompleteAsync(Assert.Single(await BeginAsync(await LeaseAsync(Lane.Answer))), new SendOutcome.Gone("blocked"));
        }

        var pause = (await Subscriptions.GetChatAsync(Ani, Cancellation)).Pause;

        Assert.Equal(new ChatPause(true, "blocked", Now, null) { Beneath = asked }, pause);
    }

    [Fact]
    public async Task A_thread_that_is_gone_pauses_that_thread_alone()
    {
        var topic = Ani with { Thread = "4" };
        await SubscribeAsync(Ani);
        await SubscribeAsync(topic);
        await PostAllAsync("satu", "dua");
        var leased = await BeginAsync(await LeaseAsync());
        await CompleteAsync(leased.Single(delivery => delivery.Chat == topic), new SendOutcome.Gone("thread not found", WholeChat: false));
        await Ledger.CompleteAsync([new Completion(leased.Single(delivery => delivery.Chat == Ani), new SendOutcome.Sent("1"))], "one", Now, Cancellation);

        Assert.Null((await Subscriptions.GetChatAsync(Ani, Cancellation)).Pause);
        Assert.Equal("thread not found", (await Subscriptions.GetChatAsync(topic, Cancellation)).Pause?.Reason);
        Assert.Equal(["telegram:1001 dua"], await SendAllAsync());
    }

    [Fact]
    public async Task A_chat_that_subscribed_to_nothing_is_not_paused_and_what_was_open_for_it_fails_with_the_reason()
    {
        var reason = "bot can't initiate conversation with a user";
        await AnswerAsync("u", Ani, "jawaban");
        await AnswerAsync("v", Ani, "lagi");
        await CompleteAsync((await BeginAsync(await LeaseAsync(Lane.Answer)))[0], new SendOutcome.Gone(reason));

        Assert.Empty(await Subscriptions.ListThreadsAsync(Ani, Cancellation));
        Assert.All(await RowsAsync(), row => Assert.Equal((DeliveryState.Failed, reason), (row.State, row.Reason)));
    }

    [Fact]
    public async Task In_a_chat_that_is_gone_only_the_threads_that_subscribed_to_something_are_paused()
    {
        var topic = Ani with { Thread = "4" };
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Ani, Language = "en" }, Cancellation);
        await SubscribeAsync(topic);
        await AnswerAsync("u", Ani, "jawaban");
        await CompleteAsync((await BeginAsync(await LeaseAsync(Lane.Answer)))[0], new SendOutcome.Gone("bot was kicked"));

        Assert.Null((await Subscriptions.GetChatAsync(Ani, Cancellation)).Pause);
        Assert.Equal("bot was kicked", (await Subscriptions.GetChatAsync(topic, Cancellation)).Pause?.Reason);
    }

    private Task<IReadOnlyList<Row>> RowsAsync() => Database.ReadAsync(
        session => session.QueryAsync<Row>($"SELECT chat, {LeaseSql.StateOf} AS state, sent_id, reason FROM deliveries ORDER BY id"), Cancellation);

    private sealed record Row
    {
        public string Chat { get; init; } = "";
        public DeliveryState State { get; init; }
        public string? SentId { get; init; }
        public string? Reason { get; init; }
    }
}
