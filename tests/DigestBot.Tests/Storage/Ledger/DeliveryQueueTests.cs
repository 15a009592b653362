using System.Collections.Concurrent;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Support;
using DigestBot.Subscriptions;

namespace DigestBot.Storage.Ledger;

public sealed class SqliteDeliveryQueueTests() : DeliveryQueueTests(StorageProvider.Sqlite)
{
    [Fact]
    public async Task A_large_group_is_enqueued_in_small_steps_while_other_writers_wait_and_in_large_ones_when_none_does()
    {
        await SubscribeManyAsync(20_000);
        var crowded = new List<int>();
        using var posted = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => WriteUntilAsync(posted.Token))).ToArray();
        await Ledger.PostAsync(PostOf(await FindOnlyGroupAsync(), "satu"), Now, crowded.Add, Cancellation);
        await posted.CancelAsync();
        await Task.WhenAll(writers);
        Clock.Advance(TimeSpan.FromDays(1));
        var alone = new List<int>();
        await Ledger.PostAsync(PostOf(await FindOnlyGroupAsync(), "dua"), Now, alone.Add, Cancellation);

        Assert.Equal((20_000, 20_000), (crowded.Sum(), alone.Sum()));
        Assert.True(crowded.Count(step => step == 500) > 1, string.Join(' ', crowded));
        Assert.Equal(5_000, alone.Max());
        Assert.True(alone.Count < crowded.Count);
    }

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

    private async Task WriteUntilAsync(CancellationToken posted)
    {
        while (!posted.IsCancellationRequested)
            await Ledger.HoldPlatformAsync(Platform, "one", Now, Now.AddMinutes(1), Cancellation);
    }
}

public sealed class PostgreSqlDeliveryQueueTests() : DeliveryQueueTests(StorageProvider.PostgreSql);

public abstract class DeliveryQueueTests : StoreTests
{
    private protected DeliveryQueueTests(StorageProvider provider)
        : base(provider)
    {
    }

    [Fact]
    public async Task Who_was_saved_with_a_slot_that_was_posted_meanwhile_moves_on_and_keeps_the_place()
    {
        var read = await SubscribeAsync(Ani, position: 4);
        await SubscribeAsync(Budi, position: 4);
        await PostAllAsync("satu");
        await Subscriptions.SaveAsync([read with { Id = 0 }], Cancellation);

        var group = await FindOnlyGroupAsync();
        Assert.True(group.HadSlot);
        Assert.Equal(9, group.Position);
        Assert.Equal(0, await PostAsync(PostOf(group) with { Position = group.Position }));

        Assert.Empty(await FindDueAsync());
        Assert.Equal([Ani, Budi], (await LeaseAsync()).Select(delivery => delivery.Chat));
    }

    [Fact]
    public async Task A_chat_that_is_forgotten_in_the_middle_of_a_post_takes_it_from_nobody()
    {
        await SubscribeManyAsync(1_200);
        await Database.WriteAsync(
            session => session.ExecuteAsync("UPDATE chats SET language = 'en' WHERE CAST(chat AS integer) BETWEEN 2 AND 500"), Cancellation);
        var group = Assert.Single(await FindDueAsync(), group => group.Language is null);
        var steps = new ConcurrentQueue<int>();

        var chats = await Ledger.PostAsync(PostOf(group, "satu"), Now, Enqueued, Cancellation);

        Assert.Equal(701, chats);
        Assert.Equal(1, steps.First());
        Assert.Equal(700, (await LeaseAsync(most: 5_000)).Count(delivery => delivery.Part == "satu"));

        // After the first step one chat alone has the message.
        void Enqueued(int some)
        {
            steps.Enqueue(some);
            if (steps.Count == 1)
                Subscriptions.ForgetAsync(new ChatId(Platform, "1"), Cancellation).GetAwaiter().GetResult();
        }
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
    public async Task A_post_moves_its_members_on_and_leaves_a_part_for_each()
    {
        await SubscribeAsync(Ani);
        await PostAsync(
            new DuePost(await FindOnlyGroupAsync(), ["satu", "dua"], 7, new SerialPlace("ekonomi/pasar", 3), new Due("2026-11-25T07:00", Seven.AddDays(1)), Seven.AddDays(1)));

        var subscription = Assert.Single(await Subscriptions.ListAsync(Ani, Cancellation));
        Assert.Equal(7, subscription.Position);
        Assert.Equal(new SerialPlace("ekonomi/pasar", 3), subscription.Serial);
        Assert.Equal("2026-11-24T07:00", subscription.Last);
        Assert.Equal(new Due("2026-11-25T07:00", Seven.AddDays(1)), subscription.Next);
        Assert.Empty(await FindDueAsync());
        Assert.Equal(["telegram:1001 satu", "telegram:1001 dua"], await SendAllAsync());
    }

    [Fact]
    public async Task A_post_without_parts_only_moves_its_members_on()
    {
        await SubscribeAsync(Ani);

        Assert.Equal(0, await PostAllAsync());
        Assert.Equal(9, Assert.Single(await Subscriptions.ListAsync(Ani, Cancellation)).Position);
        Assert.Empty(await LeaseAsync());
    }

    [Fact]
    public async Task A_last_slot_leaves_nothing_due()
    {
        await SubscribeAsync(Ani);
        await PostAsync(PostOf(await FindOnlyGroupAsync(), "satu") with { Next = null });

        Assert.Null(Assert.Single(await Subscriptions.ListAsync(Ani, Cancellation)).Next);
    }

    [Fact]
    public async Task A_member_that_changed_after_the_group_was_found_is_left_for_the_next_look()
    {
        var ani = await SubscribeAsync(Ani);
        await SubscribeAsync(Budi);
        var group = await FindOnlyGroupAsync();
        await Subscriptions.SaveAsync([ani with { Wants = ani.Wants with { Top = 2 } }], Cancellation);

        Assert.Equal(1, await PostAsync(PostOf(group, "satu")));
        Assert.Equal(2, (await FindOnlyGroupAsync()).Wants.Top);
    }

    [Fact]
    public async Task A_group_larger_than_one_transaction_is_posted_whole_and_stored_once()
    {
        await SubscribeManyAsync(41_500);

        Assert.Equal(41_500, await PostAsync(PostOf(await FindOnlyGroupAsync(), "satu", "dua")));
        Assert.Equal(83_000, await CountAsync(DeliveryState.Pending));
        Assert.Equal(2, await Database.ReadAsync(session => session.FirstAsync<long>("SELECT count(*) FROM message_parts"), Cancellation));
    }

    [Fact]
    public async Task What_is_told_as_enqueued_is_on_record_while_the_rest_is_still_due()
    {
        await SubscribeManyAsync(9_000);
        var post = PostOf(await FindOnlyGroupAsync(), "satu");
        var told = new List<int>();
        await Assert.ThrowsAsync<TimeoutException>(() => Ledger.PostAsync(
            post,
            Now,
            chats =>
            {
                told.Add(chats);
                throw new TimeoutException("stopped after the first transaction");
            },
            Cancellation));

        var first = Assert.Single(told);
        Assert.InRange(first, 1, 8_999);
        Assert.Equal(first, await CountAsync(DeliveryState.Pending));
        await FindOnlyGroupAsync();
        Assert.Equal(9_000 - first, await PostAsync(post));
        Assert.Equal(9_000, await CountAsync(DeliveryState.Pending));
    }

    [Fact]
    public async Task Members_among_many_others_with_the_same_target_are_found_one_and_all()
    {
        await SubscribeManyAsync(4_500);
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = new ChatId(Platform, "4400"), Language = "en" }, Cancellation);
        var groups = await FindDueAsync();

        Assert.Equal(1, await PostAsync(PostOf(groups.Single(group => group.Language == "en"), "one")));
        Assert.Equal(4_499, await PostAsync(PostOf(groups.Single(group => group.Language is null), "satu")));
    }

    [Fact]
    public async Task A_message_that_nobody_gets_is_not_kept()
    {
        var ani = await SubscribeAsync(Ani);
        var group = await FindOnlyGroupAsync();
        await Subscriptions.SaveAsync([ani with { Wants = ani.Wants with { Top = 2 } }], Cancellation);

        Assert.Equal(0, await PostAsync(PostOf(group, "satu")));
        Assert.Equal(0, await Database.ReadAsync(session => session.FirstAsync<long>("SELECT count(*) FROM messages"), Cancellation));
    }

    [Fact]
    public async Task A_slot_that_a_subscription_has_had_is_not_sent_again_and_it_moves_on()
    {
        var ani = await SubscribeAsync(Ani);
        await PostAllAsync("satu");
        await Subscriptions.SaveAsync([ani], Cancellation);

        Assert.Equal(0, await PostAsync(PostOf(await FindOnlyGroupAsync(), "satu", "dua")));
        Assert.Empty(await FindDueAsync());
        Assert.Equal(1, await CountAsync(DeliveryState.Pending));
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
    public async Task Two_instances_that_post_the_same_group_at_once_reach_each_chat_once()
    {
        await SubscribeManyAsync(300);
        var group = await FindOnlyGroupAsync();
        var other = new DeliveryLedger(await OpenedAgainAsync());

        var posted = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(
            () => (n % 2 == 0 ? Ledger : other).PostAsync(PostOf(group, "satu"), Now, _ => { }, Cancellation))));

        Assert.Equal(300, posted.Sum());
        Assert.Equal(300, await CountAsync(DeliveryState.Pending));
    }

    [Fact]
    public async Task A_paused_chat_is_in_no_group_until_its_pause_runs_out_and_the_post_then_says_so()
    {
        await SubscribeAsync(Ani);
        await Subscriptions.SaveChatAsync(Paused(Seven.AddHours(2)), Cancellation);
        Assert.Empty(await FindDueAsync());

        Clock.Advance(TimeSpan.FromHours(2));
        var group = await FindOnlyGroupAsync();
        Assert.True(group.AfterPause);
        Assert.Equal(1, await PostAsync(PostOf(group, "satu")));

        Assert.Null((await Subscriptions.GetChatAsync(Ani, Cancellation)).Pause);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.False((await FindOnlyGroupAsync()).AfterPause);
    }

    [Fact]
    public async Task A_pause_without_an_end_lasts_until_somebody_ends_it_and_the_next_post_says_so()
    {
        await SubscribeAsync(Ani);
        await Subscriptions.SaveChatAsync(Paused(null), Cancellation);
        Clock.Advance(TimeSpan.FromDays(100));
        Assert.Empty(await FindDueAsync());

        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Ani }, Cancellation);
        Assert.True((await FindOnlyGroupAsync()).AfterPause);
    }

    [Fact]
    public async Task Resumed_by_hand_after_ten_slots_a_chat_gets_one_digest_that_says_so()
    {
        var book = new SubscriptionBook(Subscriptions, Clock);
        await SubscribeAsync(Ani);
        await book.ChangeAsync(Paused(null), Cancellation);
        Clock.Advance(TimeSpan.FromDays(10.5));
        await book.ChangeAsync(new ChatSettings { Chat = Ani }, Cancellation);
        Assert.Empty(await FindDueAsync());

        Clock.Advance(TimeSpan.FromDays(0.5));
        var group = await FindOnlyGroupAsync();
        Assert.True(group.AfterPause);
        var next = Slots.After(Now, group.Schedule, group.Zone, group.Quiet);
        Assert.Equal(1, await PostAsync(PostOf(group, "satu") with { Next = next }));
        Assert.Empty(await FindDueAsync());
    }

    [Fact]
    public async Task Every_subscription_of_a_paused_chat_says_so_once_also_when_nothing_was_posted_at_first()
    {
        await SubscribeAsync(Ani, "ekonomi");
        await SubscribeAsync(Ani, "budaya");
        await Subscriptions.SaveChatAsync(Paused(Seven.AddHours(2)), Cancellation);
        Clock.Advance(TimeSpan.FromHours(2));
        var groups = await FindDueAsync();
        await PostAsync(PostOf(groups[0], "satu"));
        await PostAsync(PostOf(groups[1]));

        Clock.Advance(TimeSpan.FromDays(1));
        var next = await FindDueAsync();
        Assert.Equal([(groups[0].Wants.Topic, false), (groups[1].Wants.Topic, true)], next.Select(group => (group.Wants.Topic, group.AfterPause)).OrderBy(group => group.AfterPause));
    }

    [Fact]
    public async Task A_request_is_enqueued_once_however_often_it_comes()
    {
        Assert.True(await AnswerAsync("update 5", Ani, "satu", "dua"));
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

    private static ChatSettings Paused(DateTimeOffset? until) =>
        new() { Chat = Ani, Pause = new ChatPause(false, "", Seven.AddHours(-1), until) };

    private async Task<Database> OpenedAgainAsync()
    {
        var other = OpenAgain();
        await other.MigrateAsync(Cancellation);
        return other;
    }
}
