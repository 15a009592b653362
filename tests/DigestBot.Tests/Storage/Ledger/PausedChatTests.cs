using DigestBot.Storage.Support;
using DigestBot.Subscriptions;

namespace DigestBot.Storage.Ledger;

public sealed class SqlitePausedChatTests() : PausedChatTests(StorageProvider.Sqlite);

public sealed class PostgreSqlPausedChatTests() : PausedChatTests(StorageProvider.PostgreSql);

public abstract class PausedChatTests : StoreTests
{
    private protected PausedChatTests(StorageProvider provider)
        : base(provider)
    {
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

    private static ChatSettings Paused(DateTimeOffset? until) =>
        new() { Chat = Ani, Pause = new ChatPause(false, "", Seven.AddHours(-1), until) };
}
