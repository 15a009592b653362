using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class SwitchCommandTests
{
    [Theory]
    [InlineData("id", "senyap hidup", "Kiriman datang tanpa bunyi.", true)]
    [InlineData("en", "silent on", "Posts come without a sound.", true)]
    [InlineData("id", "senyap", "Kiriman datang dengan bunyi.", false)]
    [InlineData("en", "silent off", "Posts come with a sound.", false)]
    public async Task Posts_are_made_silent(string language, string line, string text, bool silent)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        Assert.StartsWith(text, await chat.SayAsync(line));
        Assert.Equal(silent, (await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken)).Silent);
    }

    [Fact]
    public async Task The_button_below_turns_it_over()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");

        var off = await chat.AskAsync("sematkan");
        Assert.Equal("Ringkasan tidak disematkan.\nberikutnya: Sel 24 Nov 07:00 WIB", PlainText.Of(off.Message));
        var on = await chat.PressAsync(off.Message.Buttons[0][0]);

        Assert.StartsWith("Ringkasan terbaru disematkan", PlainText.Of(on.Message));
        Assert.True((await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken)).Pin);
        Assert.Equal("Matikan", on.Message.Buttons[0][0].Label);
    }

    [Theory]
    [InlineData("id", "senyap mungkin", "“mungkin” belum jelas. Tulis /senyap hidup atau /senyap mati.")]
    [InlineData("en", "pin perhaps", "“perhaps” is neither on nor off. Write /pin on or /pin off.")]
    public async Task Another_word_is_answered_with_what_to_write(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        Assert.Equal(text, await chat.SayAsync(line));
    }
}
