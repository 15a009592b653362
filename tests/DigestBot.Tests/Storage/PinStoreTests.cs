using DigestBot.Chats;
using DigestBot.Storage.Support;

namespace DigestBot.Storage;

public sealed class SqlitePinStoreTests() : PinStoreTests(StorageProvider.Sqlite);

public sealed class PostgreSqlPinStoreTests() : PinStoreTests(StorageProvider.PostgreSql);

public abstract class PinStoreTests : StoreTests
{
    private static readonly ChatId Topic = new(Platform, "-100", "7");

    private protected PinStoreTests(StorageProvider provider)
        : base(provider)
    {
    }

    private PinStore Pins => field ??= new(Database);

    [Fact]
    public async Task A_chat_has_its_own_pins_each_once()
    {
        await PinAsync(Topic, "1", "1", "2");
        await PinAsync(Topic with { Thread = null }, "3");

        Assert.Equal(["1"], await Pins.OthersAsync(Topic, "2", Cancellation));
        await Pins.RemoveAsync(Topic, "1", Cancellation);
        Assert.Equal(["2"], await Pins.OthersAsync(Topic, "9", Cancellation));
    }

    [Fact]
    public async Task A_chat_that_is_forgotten_or_moves_has_no_pins_any_more()
    {
        await PinAsync(Topic, "1");
        await PinAsync(Ani, "2");
        var moved = Topic with { Chat = "-200" };

        await Subscriptions.MoveChatAsync(Topic, moved, Cancellation);
        await Subscriptions.ForgetAsync(Ani, Cancellation);

        foreach (var chat in new[] { Topic, moved, Ani })
            Assert.Empty(await Pins.OthersAsync(chat, "9", Cancellation));
    }

    private async Task PinAsync(ChatId chat, params string[] messages)
    {
        foreach (var message in messages)
            await Pins.AddAsync(chat, message, Cancellation);
    }
}
