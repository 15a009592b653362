using System.Collections.Concurrent;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Support;
using DigestBot.Subscriptions;

namespace DigestBot.Storage.Ledger;

public sealed class SqliteDuePosterTests() : DuePosterTests(StorageProvider.Sqlite)
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

    private async Task WriteUntilAsync(CancellationToken posted)
    {
        while (!posted.IsCancellationRequested)
            await Ledger.HoldPlatformAsync(Platform, "one", Now, Now.AddMinutes(1), Cancellation);
    }
}

public sealed class PostgreSqlDuePosterTests() : DuePosterTests(StorageProvider.PostgreSql);

public abstract class DuePosterTests : StoreTests
{
    private protected DuePosterTests(StorageProvider provider)
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

    private async Task<Database> OpenedAgainAsync()
    {
        var other = OpenAgain();
        await other.MigrateAsync(Cancellation);
        return other;
    }
}
