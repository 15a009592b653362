using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Support;
using DigestBot.Subscriptions;

namespace DigestBot.Storage;

public sealed class SqliteChatMovesTests() : ChatMovesTests(StorageProvider.Sqlite);

public sealed class PostgreSqlChatMovesTests() : ChatMovesTests(StorageProvider.PostgreSql);

public abstract class ChatMovesTests : StoreTests
{
    private protected ChatMovesTests(StorageProvider provider)
        : base(provider)
    {
    }

    [Fact]
    public async Task A_chat_that_moved_gets_the_message_at_its_new_id_and_keeps_its_subscriptions()
    {
        var super = new ChatId(Platform, "-1007");
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Ani, Language = "en", Zone = "Asia/Jayapura", Layout = Layout.Parse("title") }, Cancellation);
        await SubscribeAsync(Ani);
        await PostAllAsync("satu", "dua");
        await CompleteAsync((await BeginAsync(await LeaseAsync()))[0], new SendOutcome.Moved(super));

        Assert.Equal(["telegram:-1007 satu", "telegram:-1007 dua"], await SendAllAsync());
        var settings = await Subscriptions.GetChatAsync(super, Cancellation);
        Assert.Equal(("en", "Asia/Jayapura", "title"), (settings.Language, settings.Zone, $"{settings.Layout}"));
        Assert.Equal("ekonomi", Assert.Single(await Subscriptions.ListAsync(super, Cancellation)).Wants.Topic);
        Assert.Empty(await Subscriptions.ListAsync(Ani, Cancellation));
        Assert.Equal(new ChatSettings { Chat = Ani }, await Subscriptions.GetChatAsync(Ani, Cancellation));
    }

    [Fact]
    public async Task A_chat_that_moved_to_where_it_has_subscribed_again_gets_each_slot_once()
    {
        var super = new ChatId(Platform, "-1007");
        await SubscribeAsync(Ani);
        await SubscribeAsync(Ani, "budaya");
        await SubscribeAsync(super, position: 3);
        await PostAllAsync("satu", "dua");
        var leased = await BeginAsync(await LeaseAsync());
        await CompleteAsync(leased.Single(delivery => delivery.Chat == super), new SendOutcome.Sent("1"));
        await CompleteAsync(leased.Single(delivery => delivery.Chat == Ani), new SendOutcome.Moved(super));

        Assert.Equal(["budaya", "ekonomi"], (await Subscriptions.ListAsync(super, Cancellation)).Select(s => s.Wants.Topic).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await SendAllAsync()).Count);
        Assert.Equal(4, await CountAsync(DeliveryState.Sent));
        Assert.Equal(2, await CountAsync(DeliveryState.Failed));
    }

    [Fact]
    public async Task A_chat_that_moves_before_its_twin_was_posted_to_still_gets_the_slot_once()
    {
        var super = new ChatId(Platform, "-1007");
        await SubscribeAsync(Ani);
        await PostAllAsync("satu");
        await SubscribeAsync(super, position: 3);
        await Subscriptions.MoveChatAsync(Ani, super, Cancellation);

        Assert.Equal(0, await PostAllAsync("satu"));
        Assert.Equal(["telegram:-1007 satu"], await SendAllAsync());
    }

    [Fact]
    public async Task A_blocked_chat_that_moved_is_no_longer_blocked_but_one_paused_by_hand_stays_paused()
    {
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Ani, Pause = new ChatPause(true, "not found", Now, null) }, Cancellation);
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Budi, Pause = new ChatPause(false, "", Now, null) }, Cancellation);
        var both = new ChatId(Platform, "1003");
        var asked = new ChatPause(false, "", Now.AddDays(-1), Now.AddDays(9));
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = both, Pause = new ChatPause(true, "not found", Now, null) { Beneath = asked } }, Cancellation);
        await Subscriptions.MoveChatAsync(Ani, new ChatId(Platform, "-1"), Cancellation);
        await Subscriptions.MoveChatAsync(Budi, new ChatId(Platform, "-2"), Cancellation);
        await Subscriptions.MoveChatAsync(both, new ChatId(Platform, "-3"), Cancellation);

        Assert.Null((await Subscriptions.GetChatAsync(new ChatId(Platform, "-1"), Cancellation)).Pause);
        Assert.Equal(asked, (await Subscriptions.GetChatAsync(new ChatId(Platform, "-3"), Cancellation)).Pause);
        Assert.NotNull((await Subscriptions.GetChatAsync(new ChatId(Platform, "-2"), Cancellation)).Pause);
    }

    [Fact]
    public async Task A_chat_said_to_have_moved_to_itself_is_refused_not_asked_for_ever()
    {
        await AnnounceAsync("a", Ani, "satu", "dua");
        await CompleteAsync((await BeginAsync(await LeaseAsync()))[0], new SendOutcome.Moved(Ani));

        Assert.Equal(2, await CountAsync(DeliveryState.Failed));
    }

    [Fact]
    public async Task A_move_leaves_what_is_on_its_way_to_its_own_outcome()
    {
        await AnnounceAsync("a", Ani, "satu");
        var begun = await BeginAsync(await LeaseAsync());
        await Subscriptions.MoveChatAsync(Ani, Budi, Cancellation);
        await CompleteAsync(begun[0], new SendOutcome.Sent("1"));

        Assert.Equal(1, await CountAsync(DeliveryState.Sent));
    }
}
