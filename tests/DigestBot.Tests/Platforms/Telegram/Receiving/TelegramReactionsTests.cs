using DigestBot.Simulators.Telegram;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Reactions to messages of the bot, as Telegram tells of them.</summary>
public sealed class TelegramReactionsTests : IAsyncLifetime
{
    private TelegramConversation _bot = null!;
    private SimulatedUser _reader = null!;

    private TelegramPeople People => _bot.Telegram.People;

    public async ValueTask InitializeAsync()
    {
        _bot = await TelegramConversation.StartAsync();
        _reader = _bot.Telegram.World.AddUser("Mira");
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task In_a_private_chat_a_thumb_is_put_on_changed_and_taken_away()
    {
        var chat = _bot.Telegram.World.AddPrivateChat(_reader);

        People.React(chat, _reader, 7, "👍");
        People.React(chat, _reader, 7, "❤");
        People.React(chat, _reader, 7, "👎");
        await _bot.HandledAsync();

        var (post, by) = ($"telegram:{chat.Id} 7", _reader.Id);
        Assert.Equal([$"{post} {by} +", $"{post} {by} 0+", $"{post} {by} -"], _bot.Votes.Told);
    }

    [Theory]
    [InlineData("administrator", 1)]
    [InlineData("member", 0)]
    public async Task In_a_group_Telegram_tells_an_administrator_alone(string status, int told)
    {
        var group = _bot.Telegram.World.AddGroup("Warga", _reader);
        group.Members[_bot.Telegram.World.BotId] = status;

        Assert.Equal(told > 0, People.React(group, _reader, 7, "👍") is not null);
        await _bot.HandledAsync();

        Assert.Equal(told, _bot.Votes.Told.Count);
    }

    [Fact]
    public async Task In_a_channel_it_says_how_many_there_are_and_not_whose()
    {
        var other = _bot.Telegram.World.AddUser("Budi");
        var channel = _bot.Telegram.World.AddGroup("Kanal", _reader, "channel");

        People.React(channel, _reader, 7, "👍");
        People.React(channel, other, 7, "👍", "❤");
        People.React(channel, _reader, 7, "👎");
        await _bot.HandledAsync();

        var post = $"telegram:{channel.Id} 7";
        Assert.Equal([$"{post} 1+ 0-", $"{post} 2+ 0-", $"{post} 1+ 1-"], _bot.Votes.Told);
    }
}
