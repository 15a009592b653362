using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Support;
using DigestBot.Subscriptions;

namespace DigestBot.Storage;

public sealed class SqliteSubscriptionStoreTests() : SubscriptionStoreTests(StorageProvider.Sqlite);

public sealed class PostgreSqlSubscriptionStoreTests() : SubscriptionStoreTests(StorageProvider.PostgreSql);

public abstract class SubscriptionStoreTests : StoreTests
{
    private protected SubscriptionStoreTests(StorageProvider provider)
        : base(provider)
    {
    }

    private static ChatSettings Chosen(ChatId chat) => new()
    {
        Chat = chat,
        Language = "id",
        Zone = "Asia/Makassar",
        Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 30)),
        Silent = true,
        Pin = true,
        Rich = true,
        Layout = Layout.Parse("title digests date"),
        Forum = true,
        Pause = new ChatPause(false, "", Seven, Seven.AddDays(3)),
    };

    [Fact]
    public async Task A_chat_that_is_not_known_has_the_defaults() =>
        Assert.Equal(new ChatSettings { Chat = Ani }, await Subscriptions.GetChatAsync(Ani, Cancellation));

    [Fact]
    public async Task A_pause_beneath_the_platforms_comes_back_as_it_was_stored()
    {
        var asked = new ChatPause(false, "", Seven.AddHours(-1), Seven.AddDays(3));
        var settings = new ChatSettings { Chat = Ani, Pause = new ChatPause(true, "blocked", Seven, null) { Beneath = asked } };
        await Subscriptions.SaveChatAsync(settings, Cancellation);
        Assert.Equal(settings, await Subscriptions.GetChatAsync(Ani, Cancellation));

        await Subscriptions.SaveChatAsync(settings with { Pause = asked }, Cancellation);
        Assert.Equal(asked, (await Subscriptions.GetChatAsync(Ani, Cancellation)).Pause);
    }

    [Fact]
    public async Task Settings_come_back_as_they_were_stored_each_thread_its_own()
    {
        var topic = Ani with { Thread = "45" };
        await Subscriptions.SaveChatAsync(Chosen(Ani), Cancellation);
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = topic, Language = "en" }, Cancellation);

        Assert.Equal(Chosen(Ani), await Subscriptions.GetChatAsync(Ani, Cancellation));
        Assert.Equal("en", (await Subscriptions.GetChatAsync(topic, Cancellation)).Language);
    }

    [Fact]
    public async Task Settings_are_stored_as_a_whole_what_is_no_longer_set_is_gone()
    {
        await Subscriptions.SaveChatAsync(Chosen(Ani), Cancellation);
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Ani }, Cancellation);

        Assert.Equal(new ChatSettings { Chat = Ani }, await Subscriptions.GetChatAsync(Ani, Cancellation));
    }

    [Fact]
    public async Task A_subscription_comes_back_as_it_was_stored_with_an_id()
    {
        var subscription = new Subscription
        {
            Chat = Ani with { Thread = "7" },
            Wants = new Wants { Topic = "ekonomi", Include = ["padi", "\"kutip\""], Top = 3, Serial = true },
            Schedule = Schedule.Parse("06:30 18:00 mon-fri"),
            Position = 12,
            Serial = new SerialPlace("ekonomi/pasar", 4),
            Next = new Due("2026-11-24T06:30", Seven),
        };

        var stored = Assert.Single(await Subscriptions.SaveAsync([subscription], Cancellation));
        var listed = Assert.Single(await Subscriptions.ListAsync(subscription.Chat, Cancellation));

        Assert.NotEqual(0, stored.Id);
        Assert.Equal(Shown(stored), Shown(listed));
        Assert.Equal(Shown(subscription with { Id = stored.Id }), Shown(listed));
        Assert.Empty(await Subscriptions.ListAsync(Ani, Cancellation));
    }

    [Fact]
    public async Task A_second_subscription_to_the_same_target_takes_the_place_of_the_first()
    {
        var first = await SubscribeAsync(Ani);
        var changed = first with { Id = 0, Wants = first.Wants with { Top = 1 }, Schedule = Schedule.Off, Next = null };

        var second = Assert.Single(await Subscriptions.SaveAsync([changed], Cancellation));

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(Shown(second), Shown(Assert.Single(await Subscriptions.ListAsync(Ani, Cancellation))));
        Assert.Equal(1, second.Wants.Top);
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Subscriptions_are_listed_the_oldest_first()
    {
        foreach (var topic in (string[])["olahraga", "budaya", "ekonomi"])
            await SubscribeAsync(Ani, topic);

        Assert.Equal(["olahraga", "budaya", "ekonomi"], (await Subscriptions.ListAsync(Ani, Cancellation)).Select(s => s.Wants.Topic));
    }

    [Fact]
    public async Task A_change_made_from_an_older_copy_does_not_take_a_subscription_back()
    {
        var read = await SubscribeAsync(Ani, position: 5);
        await PostAllAsync("padi naik");

        await Subscriptions.SaveAsync([read with { Schedule = Schedule.Parse("08:00") }], Cancellation);

        var now = Assert.Single(await Subscriptions.ListAsync(Ani, Cancellation));
        Assert.Equal((9, "2026-11-24T07:00"), (now.Position, now.Last));
        Assert.Equal("08:00", now.Schedule.ToString());
    }

    [Fact]
    public async Task A_slot_written_back_from_an_older_copy_is_not_posted_twice()
    {
        var read = await SubscribeAsync(Ani);
        Assert.Equal(1, await PostAllAsync("padi naik"));
        await Subscriptions.SaveAsync([read], Cancellation);

        Assert.Equal(0, await PostAllAsync("padi naik", "bagian dua"));
        Assert.Equal(["telegram:1001 padi naik"], await SendAllAsync());
    }

    [Fact]
    public async Task A_serial_turns_forth_and_back_and_only_from_where_it_stands()
    {
        var unread = await SubscribeAsync(Ani);

        Assert.True(await Subscriptions.TurnSerialAsync(unread, new SerialPlace("ekonomi/pasar", 2), 7, Cancellation));
        Assert.False(await Subscriptions.TurnSerialAsync(unread, new SerialPlace("ekonomi/pasar", 3), 7, Cancellation));
        var second = Assert.Single(await Subscriptions.ListAsync(Ani, Cancellation));
        Assert.True(await Subscriptions.TurnSerialAsync(second, new SerialPlace("ekonomi/pasar", 1), 5, Cancellation));

        var first = Assert.Single(await Subscriptions.ListAsync(Ani, Cancellation));
        Assert.Equal(Shown(unread with { Serial = new SerialPlace("ekonomi/pasar", 1), Position = 7 }), Shown(first));
        Assert.False(await Subscriptions.TurnSerialAsync(first with { Chat = Budi }, new SerialPlace("ekonomi/pasar", 9), 7, Cancellation));
    }

    [Fact]
    public async Task A_chat_that_is_managed_from_another_is_remembered_moves_along_and_is_forgotten()
    {
        var channel = new ChatId(Platform, "-100", "45");
        Assert.Null(await Subscriptions.GetManagedAsync(Ani, Cancellation));
        await Subscriptions.SetManagedAsync(Ani, new ManagedChat(Budi, "Budi"), Cancellation);
        await Subscriptions.SetManagedAsync(Ani, new ManagedChat(channel, "Kabar"), Cancellation);
        Assert.Equal(new ManagedChat(channel, "Kabar"), await Subscriptions.GetManagedAsync(Ani, Cancellation));

        await Subscriptions.MoveChatAsync(channel, channel with { Chat = "-200" }, Cancellation);
        Assert.Equal(channel with { Chat = "-200" }, (await Subscriptions.GetManagedAsync(Ani, Cancellation))?.Chat);

        await Subscriptions.ForgetAsync(channel with { Chat = "-200" }, Cancellation);
        Assert.Null(await Subscriptions.GetManagedAsync(Ani, Cancellation));
        await Subscriptions.SetManagedAsync(Ani, new ManagedChat(channel, "Kabar"), Cancellation);
        await Subscriptions.SetManagedAsync(Ani, null, Cancellation);
        Assert.Null(await Subscriptions.GetManagedAsync(Ani, Cancellation));
    }

    [Fact]
    public async Task A_chat_is_listed_with_its_threads_and_with_no_other()
    {
        var group = new ChatId(Platform, "-100");
        foreach (var chat in new[] { group with { Thread = "45" }, group with { Thread = "46" }, Ani, new ChatId("discord", "-100") })
            await SubscribeAsync(chat);
        await Subscriptions.SaveChatAsync(Chosen(group), Cancellation);

        var listed = await Subscriptions.ListThreadsAsync(group with { Thread = "45" }, Cancellation);

        Assert.Equal([null, "45", "46"], listed.Select(settings => settings.Chat.Thread).Order(StringComparer.Ordinal));
        Assert.Contains(await Subscriptions.GetChatAsync(group, Cancellation), listed);
    }

    [Fact]
    public async Task A_subscription_removed_in_the_meantime_does_not_come_back_with_a_change()
    {
        var read = await SubscribeAsync(Ani);
        Assert.True(await Subscriptions.RemoveAsync(read, Cancellation));

        Assert.Empty(await Subscriptions.SaveAsync([read], Cancellation));
        Assert.Empty(await Subscriptions.ListAsync(Ani, Cancellation));
        Assert.False(await Subscriptions.RemoveAsync(read, Cancellation));
    }

    [Fact]
    public async Task What_is_open_for_an_ended_subscription_is_not_sent()
    {
        var subscription = await SubscribeAsync(Ani);
        await SubscribeAsync(Budi);
        await PostAllAsync("satu", "dua");
        var leased = await LeaseAsync();
        await Subscriptions.RemoveAsync(subscription, Cancellation);

        Assert.Equal([Budi], (await BeginAsync(leased)).Select(delivery => delivery.Chat));
        Assert.Equal(2, await CountAsync(DeliveryState.Failed));
    }

    [Fact]
    public async Task What_was_on_its_way_when_a_subscription_ended_is_not_sent_once_more()
    {
        var subscription = await SubscribeAsync(Ani);
        await PostAllAsync("satu");
        var leaving = Assert.Single(await BeginAsync(await LeaseAsync()));
        await Subscriptions.RemoveAsync(subscription, Cancellation);
        await CompleteAsync(leaving, new SendOutcome.Later(TimeSpan.FromSeconds(3), LaterScope.Chat, "429"), Now.AddSeconds(3), holdsChat: true);
        Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Empty(await LeaseAsync());
        await Ledger.RecoverAsync(Platform, Now, null, Cancellation);
        Assert.Equal(1, await CountAsync(DeliveryState.Expired));
    }

    [Fact]
    public async Task The_id_of_a_removed_subscription_is_never_given_again()
    {
        var first = await SubscribeAsync(Ani);
        await Subscriptions.RemoveAsync(first, Cancellation);

        Assert.True((await SubscribeAsync(Ani)).Id > first.Id);
    }

    [Fact]
    public async Task A_forgotten_chat_leaves_nothing_and_takes_nothing_from_others()
    {
        await Subscriptions.SaveChatAsync(Chosen(Ani) with { Pause = null }, Cancellation);
        await SubscribeAsync(Ani);
        await SubscribeAsync(Budi);
        await PostAllAsync("satu");
        await AnswerAsync("u1", Ani, "jawaban");

        await Subscriptions.ForgetAsync(Ani, Cancellation);

        Assert.Equal(new ChatSettings { Chat = Ani }, await Subscriptions.GetChatAsync(Ani, Cancellation));
        Assert.Empty(await Subscriptions.ListAsync(Ani, Cancellation));
        Assert.Empty(await SendAllAsync(Lane.Answer));
        Assert.Equal(["telegram:1002 satu"], await SendAllAsync());
        Assert.Equal(["satu", "satu"], await TextsAsync());
        Clock.Advance(TimeSpan.FromDays(1));
        await Ledger.PruneAsync(Now.AddHours(-1), Cancellation);
        Assert.Empty(await TextsAsync());
    }

    private Task<IReadOnlyList<string>> TextsAsync() =>
        Database.ReadAsync(session => session.QueryAsync<string>("SELECT body FROM message_parts"), Cancellation);

    /// <summary>Wants hold lists, which records compare by reference.</summary>
    private static string Shown(Subscription s) => $"{s.Id} {s.Chat} {s.Wants.Key} {s.Schedule} {s.Position} {s.Serial} {s.Next}";
}
