using System.Text;
using DigestBot.Chats;
using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Telegram;

public sealed class TelegramButtonsTests : IDisposable
{
    private static readonly ChatId Group = new("telegram", "-100123", "7");
    private readonly TelegramButtons _buttons = new(Options.Create(new TelegramOptions { Token = "1:a" }));

    public void Dispose() => _buttons.Dispose();

    [Fact]
    public void A_button_carries_its_line_in_at_most_64_bytes()
    {
        var action = new string('é', Button.LongestAction / 2);
        var data = _buttons.Write(action, Group);

        Assert.True(Encoding.UTF8.GetByteCount(data) <= 64);
        Assert.Equal(action, _buttons.TryRead(data, Group));
    }

    [Fact]
    public void A_button_of_another_chat_topic_or_bot_carries_nothing()
    {
        var data = _buttons.Write("unsubscribe", Group);

        Assert.Null(_buttons.TryRead(data, Group with { Chat = "-100124" }));
        Assert.Null(_buttons.TryRead(data, Group with { Thread = null }));
        Assert.Null(new TelegramButtons(Options.Create(new TelegramOptions { Token = "1:b" })).TryRead(data, Group));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unsubscribe")]
    [InlineData("AAAAAAAAAAAA unsubscribe")]
    [InlineData("ééééééééééé  unsubscribe")]
    [InlineData("AAAAAAAAAAAA ")]
    public void Made_up_data_carries_nothing(string? data) => Assert.Null(_buttons.TryRead(data, Group));

    [Fact]
    public void A_changed_line_carries_nothing()
    {
        var data = _buttons.Write("sections 1f0c2a9b", Group);

        Assert.Null(_buttons.TryRead(data.Replace("sections", "forget  ", StringComparison.Ordinal), Group));
    }
}
