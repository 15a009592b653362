using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class ForgetCommandTests
{
    [Theory]
    [InlineData("id", "lupakan", "Ya, hapus semuanya")]
    [InlineData("en", "forget", "Yes, erase everything")]
    [InlineData("en", "forget me", "Yes, erase everything")]
    public async Task It_asks_first_and_erases_nothing_yet(string language, string line, string button)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe");

        var answer = await chat.AskAsync(line);

        Assert.Equal([button, language == "id" ? "Tidak, simpan saja" : "No, keep it"], Buttons(answer).Select(choice => choice.Label));
        Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Yes_erases_subscriptions_and_settings_and_says_so_in_the_questions_place()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");
        await chat.AskAsync("language en");

        var done = await chat.PressAsync(Buttons(await chat.AskAsync("forget"))[0]);

        Assert.True(done.Replaces);
        Assert.StartsWith("Done. I keep nothing about this chat any more", PlainText.Of(done.Message));
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
        Assert.Null((await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken)).Language);
    }

    [Fact]
    public async Task No_leaves_everything_as_it_was()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");

        var kept = await chat.PressAsync(Buttons(await chat.AskAsync("forget"))[1]);

        Assert.Equal("Oke, tidak ada yang dihapus.", PlainText.Of(kept.Message));
        Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Only_those_who_manage_a_chat_can_have_it_forgotten_by_line_or_by_button()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");
        var question = await chat.AskAsync("forget");
        (chat.IsPrivate, chat.CanManage) = (false, false);

        await chat.PressAsync(Buttons(question)[0]);
        await chat.AskAsync("lupakan ya");

        Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    private static Button[] Buttons(Answer answer) => [.. answer.Message.Buttons.SelectMany(row => row)];
}
