using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Support;
using DigestBot.Subscriptions;

namespace DigestBot.Storage.Ledger;

public sealed class SqliteDeliveryQueueTests() : DeliveryQueueTests(StorageProvider.Sqlite)
{
    [Fact]
    public async Task What_is_due_is_found_by_its_index_and_not_among_all_that_is_subscribed()
    {
        var values = new { Platform, Now = 1L, FoundAt = 0L, Target = "", Id = 0L, Most = 500 };
        var plan = await Database.ReadAsync(
            session => session.QueryAsync<PlanStep>("EXPLAIN QUERY PLAN " + new DueSql(Database).Find, values), Cancellation);

        Assert.Contains("subscriptions_due", plan[0].Detail);
        Assert.DoesNotContain(plan, step => step.Detail.Contains("TEMP B-TREE"));
    }

    private sealed record PlanStep
    {
        public string Detail { get; init; } = "";
    }
}

public sealed class PostgreSqlDeliveryQueueTests() : DeliveryQueueTests(StorageProvider.PostgreSql)
{
    [Fact]
    public async Task What_is_due_is_found_in_the_order_of_its_index_and_not_sorted_with_all_chats()
    {
        await SubscribeManyAsync(20_000);
        await Database.WriteAsync(session => session.ExecuteAsync("ANALYZE subscriptions; ANALYZE chats"), Cancellation);

        var values = new { Platform, Now = Now.ToUnixTimeMilliseconds(), FoundAt = 0L, Target = "", Id = 0L, Most = 500 };
        var plan = await Database.ReadByIndexAsync<string>("EXPLAIN " + new DueSql(Database).Find, values, Cancellation);

        Assert.Contains(plan, step => step.Contains("Index Scan using subscriptions_not_before on subscriptions s", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("Sort", StringComparison.Ordinal) || step.Contains("Seq Scan", StringComparison.Ordinal));
    }
}

public abstract class DeliveryQueueTests : StoreTests
{
    private protected DeliveryQueueTests(StorageProvider provider)
        : base(provider)
    {
    }

    [Fact]
    public async Task Chats_that_want_the_same_at_the_same_place_and_time_are_one_group()
    {
        foreach (var chat in (ChatId[])[Ani, Budi, Ani with { Thread = "4" }])
            await SubscribeAsync(chat);

        var group = await FindOnlyGroupAsync();

        Assert.Equal(Platform, group.Platform);
        Assert.Equal("ekonomi", group.Wants.Topic);
        Assert.Equal(Schedule.Default, group.Schedule);
        Assert.Equal(1, group.Position);
        Assert.Equal(Zones.Default, group.Zone);
        Assert.Equal(new Due("2026-11-24T07:00", Seven), group.Due);
        Assert.False(group.AfterPause);
        Assert.Equal(3, await PostAsync(PostOf(group, "padi naik")));
    }

    [Fact]
    public async Task Whatever_would_change_the_message_makes_another_group()
    {
        var asked = new ChatSettings { Chat = Ani };
        ChatSettings[] settings =
        [
            asked,
            asked with { Language = "en" },
            asked with { Zone = "Asia/Jayapura" },
            asked with { Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 0)) },
            asked with { Silent = true },
            asked with { Pin = true },
            asked with { Rich = true },
            asked with { Layout = Layout.Parse("title headings") },
            asked with { Layout = Layout.Parse("headings title") },
            asked with { Forum = true },
        ];
        foreach (var (n, setting) in settings.Index())
        {
            await Subscriptions.SaveChatAsync(setting with { Chat = new ChatId(Platform, $"{n}") }, Cancellation);
            await SubscribeAsync(new ChatId(Platform, $"{n}"));
        }

        await SubscribeAsync(new ChatId(Platform, "other place"), position: 2);
        await SubscribeAsync(new ChatId(Platform, "new"), position: null);
        await SubscribeAsync(new ChatId(Platform, "other topic"), "budaya");
        await SubscribeAsync(new ChatId("discord", "0"));

        DueGroup[] groups = [.. await FindDueAsync(), .. await FindDueAsync("discord")];

        Assert.Equal(settings.Length + 4, groups.Length);
        foreach (var group in groups)
            Assert.Equal(1, await PostAsync(PostOf(group, "satu")));
    }

    [Fact]
    public async Task What_is_due_later_or_never_is_in_no_group()
    {
        await SubscribeAsync(Ani, at: Seven.AddMilliseconds(1));
        await Subscriptions.SaveAsync([(await SubscribeAsync(Budi)) with { Schedule = Schedule.Off, Next = null }], Cancellation);

        Assert.Empty(await FindDueAsync());
    }

    [Fact]
    public async Task A_group_is_found_once_however_many_its_members_and_those_behind_it_too()
    {
        await SubscribeManyAsync(1_200);
        await SubscribeAsync(new ChatId(Platform, "600"), "budaya");
        await SubscribeAsync(new ChatId(Platform, "600"), "wisata", at: Seven.AddMinutes(-1));

        Assert.Equal(["wisata", "budaya", "ekonomi"], (await FindDueAsync()).Select(group => group.Wants.Topic));
    }

    [Fact]
    public async Task What_is_due_is_found_platform_by_platform()
    {
        Assert.Empty(await Ledger.PlatformsAsync(Cancellation));
        await SubscribeManyAsync(600);
        await SubscribeAsync(new ChatId("discord", "77"));
        await SubscribeAsync(new ChatId("discord", "78"), at: Seven.AddHours(1));
        await SubscribeAsync(new ChatId("console", "1"), at: Seven.AddHours(1));

        Assert.Equal(["console", "discord", "telegram"], await Ledger.PlatformsAsync(Cancellation));
        var found = Assert.Single(await FindDueAsync("discord"));
        Assert.Equal("discord", found.Platform);
        Assert.Equal(601, found.LowestId);
        Assert.Equal(1, await PostAsync(PostOf(found, "satu")));
        Assert.Equal((Platform, 1), ((await FindOnlyGroupAsync()).Platform, (await FindOnlyGroupAsync()).LowestId));
    }

    [Fact]
    public async Task What_is_posted_as_it_is_found_is_all_that_is_due()
    {
        await SubscribeManyAsync(1_200);
        await SubscribeAsync(new ChatId(Platform, "600"), "wisata");
        var chats = new List<int>();
        await foreach (var group in Ledger.FindDueAsync(Platform, Now, Cancellation))
            chats.Add(await PostAsync(PostOf(group, "satu")));

        Assert.Equal([1_200, 1], chats);
        Assert.Empty(await FindDueAsync());
    }

    [Fact]
    public async Task Upkeep_that_was_left_out_leaves_nobody_out()
    {
        await SubscribeManyAsync(30);
        await PostAllAsync("satu");
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(30, await PostAllAsync("dua"));
    }

    [Fact]
    public async Task Upkeep_is_done_once_and_the_next_slot_is_found_by_it()
    {
        await SubscribeManyAsync(30);
        await PostAllAsync("satu");
        await Ledger.SettleDueAsync(Now, Cancellation);
        await Ledger.SettleDueAsync(Now, Cancellation);
        Assert.Empty(await FindDueAsync());

        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(30, await PostAllAsync("dua"));
    }

    [Fact]
    public async Task A_slot_that_was_put_forward_is_found_though_the_upkeep_was_done_for_a_later_one()
    {
        var ani = await SubscribeAsync(Ani);
        await PostAllAsync("satu");
        await Ledger.SettleDueAsync(Now, Cancellation);
        await Subscriptions.SaveAsync([ani with { Next = new Due("2026-11-24T08:00", Seven.AddHours(1)) }], Cancellation);
        Assert.Empty(await FindDueAsync());

        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await PostAllAsync("dua"));
    }

    [Fact]
    public async Task A_request_is_enqueued_once_however_often_it_comes()
    {
        Assert.False(await Ledger.IsEnqueuedAsync("update 5", Cancellation));
        Assert.True(await AnswerAsync("update 5", Ani, "satu", "dua"));
        Assert.True(await Ledger.IsEnqueuedAsync("update 5", Cancellation));
        Assert.False(await AnswerAsync("update 5", Ani, "satu", "dua"));
        await SendAllAsync(Lane.Answer);

        Assert.False(await AnswerAsync("update 5", Ani, "lain"));
        Assert.Equal(2, await CountAsync(DeliveryState.Sent));
        Assert.Equal(0, await CountAsync(DeliveryState.Pending));
    }

    [Fact]
    public async Task A_subscription_that_is_damaged_in_the_store_is_named_and_holds_up_no_other()
    {
        await SubscribeAsync(Ani);
        await SubscribeAsync(Budi);
        await Database.WriteAsync(session => session.ExecuteAsync("UPDATE subscriptions SET schedule = 'whenever' WHERE chat = '1001'"), Cancellation);
        var found = new List<DueGroup>();

        var failure = await Assert.ThrowsAsync<AggregateException>(async () =>
        {
            await foreach (var group in Ledger.FindDueAsync(Platform, Now, Cancellation))
                found.Add(group);
        });

        Assert.Contains("subscription 1 can't be read", Assert.Single(failure.InnerExceptions).Message);
        Assert.Equal(1, await PostAsync(PostOf(Assert.Single(found), "padi naik")));
    }

    [Fact]
    public async Task Two_instances_that_get_one_request_at_once_enqueue_it_once()
    {
        var other = new DeliveryLedger(await OpenedAgainAsync());
        var enqueued = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(
            () => (n % 2 == 0 ? Ledger : other).EnqueueAsync("update 5", Ani, Lane.Answer, ["satu"], Now, Now.AddHours(1), Cancellation))));

        Assert.Single(enqueued, done => done);
        Assert.Equal(1, await CountAsync(DeliveryState.Pending));
    }

    private async Task<Database> OpenedAgainAsync()
    {
        var other = OpenAgain();
        await other.MigrateAsync(Cancellation);
        return other;
    }
}
