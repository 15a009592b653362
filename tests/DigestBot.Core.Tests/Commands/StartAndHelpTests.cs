using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class StartAndHelpTests
{
    [Theory]
    [InlineData("id", "mulai", "Siap dibaca: 4 artikel dalam 3 topik.")]
    [InlineData("en", "start", "Ready to read: 4 articles in 3 topics.")]
    public async Task Start_says_what_there_is_and_its_buttons_lead_on(string language, string line, string stock)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        var answer = await chat.AskAsync(line);

        Assert.Contains(stock, PlainText.Of(answer.Message));
        Assert.Equal(["articles", "subscribe", "help", language == "id" ? "language en" : "language id"],
            answer.Message.Buttons.SelectMany(row => row).Select(button => button.Action));
    }

    [Fact]
    public async Task Start_in_a_forum_makes_the_topics_go_on_that_the_platform_had_paused()
    {
        using var chat = await TestChat.OpenAsync();
        var forum = chat.Chat;
        chat.Chat = forum with { Thread = "42" };
        await chat.AskAsync("subscribe");
        await chat.Book.RefusedAsync(forum, "bot was removed from the chat", TestContext.Current.CancellationToken);

        chat.Chat = forum;
        Assert.Contains("07:00", await chat.SayAsync("start"));

        Assert.Null((await chat.Book.SettingsAsync(forum with { Thread = "42" }, TestContext.Current.CancellationToken)).Pause);
    }

    [Fact]
    public async Task Start_welcomes_nobody_back_who_had_subscribed_to_nothing()
    {
        using var chat = await TestChat.OpenAsync();
        var pause = new Subscriptions.ChatPause(ByPlatform: true, "bot can't initiate conversation with a user", chat.Clock.GetUtcNow(), null);
        await chat.Store.SaveChatAsync(new Subscriptions.ChatSettings { Chat = chat.Chat, Pause = pause }, TestContext.Current.CancellationToken);

        Assert.StartsWith("Halo!", await chat.SayAsync("start"));
        Assert.Null((await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken)).Pause);
    }

    [Theory]
    [InlineData("id", "bantuan", "• /ringkasan — Ringkasan sekarang juga")]
    [InlineData("en", "help", "• /digest — A digest right now")]
    public async Task Help_lists_every_command_in_the_language(string language, string line, string item)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        var words = Words.TryFor(language)!;

        var answer = await chat.SayAsync(line);

        Assert.Contains(item, answer);
        Assert.All(
            chat.Dispatcher.Commands.Where(info => info.Access != CommandAccess.Operator),
            info => Assert.Contains($"• /{info.NameIn(words)} — {info.SummaryIn(words)}", answer));
    }

    [Theory]
    [InlineData("id", "bantuan jadwal")]
    [InlineData("id", "bantuan /schedule")]
    [InlineData("en", "help schedule")]
    public async Task Help_for_one_command_has_examples_and_its_other_names(string language, string line)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        var answer = await chat.SayAsync(line);

        Assert.Contains(language == "id" ? "• /jadwal 07:00 18:00 sen-jum" : "• /schedule 07:00 18:00 mon-fri", answer);
        Assert.EndsWith(language == "id" ? "Nama lain: /schedule" : "Also: /jadwal", answer);
    }

    [Theory]
    [InlineData("id", "bantuan jadwl", "Perintah “jadwl” tidak ada. Maksudmu /jadwal? Semua perintah: /bantuan")]
    [InlineData("en", "help schedul", "There is no command “schedul”. Did you mean /schedule? All of them: /help")]
    public async Task Help_for_a_command_that_there_is_not_names_the_nearest(string language, string line, string said)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        var answer = await chat.AskAsync(line);

        Assert.Equal(said, PlainText.Of(answer.Message));
        Assert.Contains(language == "id" ? "sen-jum" : "mon-fri", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[0][0])).Message));
    }

    [Fact]
    public async Task Help_for_what_resembles_none_says_where_all_of_them_stand()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.Equal("Perintah “qqqqq” tidak ada. Lihat semuanya di /bantuan.", await chat.SayAsync("bantuan qqqqq"));
    }
}
