using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class LanguageCommandTests
{
    [Theory]
    [InlineData("bahasa en", "From now on in English. Articles stay in their own language.\nnext: Tue 24 Nov 07:00 WIB")]
    [InlineData("bahasa Inggris", "From now on in English. Articles stay in their own language.\nnext: Tue 24 Nov 07:00 WIB")]
    [InlineData("language Indonesia", "Mulai sekarang dalam bahasa Indonesia. Artikel tetap dalam bahasa aslinya.\nberikutnya: Sel 24 Nov 07:00 WIB")]
    public async Task The_answer_is_in_the_language_that_was_chosen(string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");

        Assert.Equal(text, await chat.SayAsync(line));
    }

    [Fact]
    public async Task Without_an_argument_it_offers_both()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("bahasa");

        Assert.Equal(["Bahasa Indonesia", "English"], answer.Message.Buttons[0].Select(button => button.Label));
        Assert.StartsWith("From now on", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[0][1])).Message));
    }

    [Fact]
    public async Task A_language_it_does_not_speak_is_answered_with_those_it_does()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.Equal("Bahasa “Klingon” belum tersedia. Pilih salah satu:", await chat.SayAsync("bahasa Klingon"));
    }

    [Fact]
    public async Task Who_subscribes_in_English_gets_posts_in_English()
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = "en-GB";
        await chat.AskAsync("subscribe");

        Assert.Equal("en", (await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken)).Language);
    }
}
