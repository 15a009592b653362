using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Support;
using DigestBot.Subscriptions;

namespace DigestBot.Storage;

public sealed class SqliteAnnouncementStoreTests() : AnnouncementStoreTests(StorageProvider.Sqlite);

public sealed class PostgreSqlAnnouncementStoreTests() : AnnouncementStoreTests(StorageProvider.PostgreSql);

public abstract class AnnouncementStoreTests : StoreTests
{
    private static readonly ChatId Group = new(Platform, "-100");
    private static readonly ChatId Quiet = new(Platform, "1003");
    private static readonly ChatId Paused = new(Platform, "1004");
    private static readonly ChatId Blocked = new(Platform, "1005");
    private static readonly ChatId Rested = new(Platform, "1006");
    private static readonly ChatId Channel = new("discord", "77");

    private protected AnnouncementStoreTests(StorageProvider provider)
        : base(provider)
    {
    }

    private AnnouncementStore Announcements => field ??= new(Database);

    [Fact]
    public async Task Every_chat_that_gets_digests_is_counted_once_however_many_threads_it_has()
    {
        await PeopleAsync();

        Assert.Equal(
            [("discord", 1), (Platform, 4)],
            (await Announcements.CountAsync(Now, Cancellation)).Select(count => (count.Key, count.Value)).Order());
    }

    [Fact]
    public async Task Each_gets_it_once_in_its_first_thread_and_with_or_without_a_sound()
    {
        await PeopleAsync();

        Assert.Equal(4, await Announcements.EnqueueAsync(Of("k1"), Now, Cancellation));
        Assert.Equal(0, await Announcements.EnqueueAsync(Of("k1"), Now, Cancellation));

        Assert.Equal(
            ["telegram:-100/4 loud 1", "telegram:1001 loud 1", "telegram:1003 soft 1", "telegram:1006 loud 1"],
            await LeasedAsync());
    }

    [Fact]
    public async Task Another_announcement_goes_to_all_again_and_to_those_that_came_since()
    {
        await SubscribeToAllAsync(Ani);
        await Announcements.EnqueueAsync(Of("k1"), Now, Cancellation);
        await SubscribeToAllAsync(Budi);

        Assert.Equal(1, await Announcements.EnqueueAsync(Of("k1"), Now, Cancellation));
        Assert.Equal(2, await Announcements.EnqueueAsync(Of("k2"), Now, Cancellation));
    }

    [Fact]
    public async Task Where_nobody_reads_nothing_is_enqueued()
    {
        Assert.Equal(0, await Announcements.EnqueueAsync(Of("k1"), Now, Cancellation));
        Assert.Empty(await Announcements.CountAsync(Now, Cancellation));
    }

    private async Task PeopleAsync()
    {
        foreach (var chat in (ChatId[])[Ani, Group with { Thread = "9" }, Group with { Thread = "4" }, Quiet, Paused, Blocked, Rested, Channel])
            await SubscribeToAllAsync(chat);
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Budi }, Cancellation);
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Quiet, Silent = true }, Cancellation);
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Paused, Pause = new ChatPause(false, "", Now, Now.AddHours(1)) }, Cancellation);
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Blocked, Pause = new ChatPause(true, "blocked", Now, null) }, Cancellation);
        await Subscriptions.SaveChatAsync(new ChatSettings { Chat = Rested, Pause = new ChatPause(false, "", Now.AddDays(-1), Now.AddHours(-1)) }, Cancellation);
    }

    private async Task SubscribeToAllAsync(ChatId chat) =>
        await Subscriptions.SaveAsync([new Subscription { Chat = chat, Wants = new Wants(), Schedule = Schedule.Default }], Cancellation);

    private Announcement Of(string key) => new(key, Platform, ["loud 1", "loud 2"], ["soft 1", "soft 2"], Now.AddDays(1));

    private async Task<IEnumerable<string>> LeasedAsync() =>
        (await Ledger.LeaseAsync(Platform, Lane.Broadcast, "a", 100, Now, Now.AddMinutes(1), Cancellation))
            .Select(delivery => $"{delivery.Chat} {delivery.Part}").Order(StringComparer.Ordinal);
}
