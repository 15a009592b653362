using DigestBot.Chats;
using DigestBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Commands;

public sealed class CommandDispatcherTests
{
    [Theory]
    [InlineData("articles")]
    [InlineData("/articles")]
    [InlineData("ARTICLES")]
    [InlineData("artikel")]
    [InlineData("  /Artikel  ")]
    public async Task A_command_is_found_by_its_name_or_alias_whatever_the_case(string line)
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("Artikel\n1. Pertemuan Putin dan Kim", await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("id", "ringkas", "Perintah “ringkas” tidak ada. Maksudmu /ringkasan?", "digest")]
    [InlineData("id", "langganana sains", "Perintah “langganana” tidak ada. Maksudmu /langganan", "subscribe sains")]
    [InlineData("en", "artcles", "There is no command “artcles”. Did you mean /articles?", "articles")]
    public async Task An_unknown_command_is_answered_with_the_nearest_known_one(string language, string line, string text, string action)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        var answer = await chat.AskAsync(line);

        Assert.StartsWith(text, PlainText.Of(answer.Message));
        Assert.Contains(action, answer.Message.Buttons.SelectMany(row => row).Select(button => button.Action));
        Assert.True(answer.Private);
    }

    [Theory]
    [InlineData("id", "qqqqqqqq", "Perintah “qqqqqqqq” tidak ada. Lihat semuanya di /bantuan.")]
    [InlineData("en", "qqqqqqqq", "There is no command “qqqqqqqq”. /help lists them all.")]
    [InlineData("id", "", "Perintah yang mana? Lihat semuanya di /bantuan.")]
    [InlineData("en", "/", "Which command? /help lists them all.")]
    public async Task What_is_like_no_command_is_told_where_they_are(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        Assert.Equal(text, await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("de", "Halo!")]
    [InlineData(null, "Halo!")]
    [InlineData("en-AU", "Hello!")]
    public async Task The_askers_language_decides_and_else_it_is_Indonesian(string? language, string begins)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language!;

        Assert.StartsWith(begins, await chat.SayAsync("start"));
    }

    [Fact]
    public async Task What_the_chat_chose_goes_before_the_askers_language()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("language en");

        Assert.StartsWith("Hello!", await chat.SayAsync("start"));
    }

    [Theory]
    [InlineData("subscribe")]
    [InlineData("unsubscribe")]
    [InlineData("schedule off")]
    [InlineData("timezone WIT")]
    [InlineData("language en")]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("subscribe sains serial")]
    [InlineData("next")]
    [InlineData("back")]
    [InlineData("quiet 22:00-06:00")]
    [InlineData("silent on")]
    [InlineData("pin on")]
    [InlineData("settings silent on")]
    [InlineData("export")]
    [InlineData("import {\"digestbot\":1}")]
    public async Task In_a_group_only_those_who_manage_it_change_anything(string line)
    {
        using var chat = await TestChat.OpenAsync();
        (chat.IsPrivate, chat.CanManage) = (false, false);

        var answer = await chat.AskAsync(line);

        Assert.StartsWith("Di sini hanya admin yang bisa mengubahnya.", PlainText.Of(answer.Message));
        Assert.True(answer.Private);
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));

        chat.CanManage = true;
        Assert.DoesNotContain("hanya admin", await chat.SayAsync(line));
    }

    [Fact]
    public async Task The_platform_is_asked_for_rights_only_where_they_matter()
    {
        using var chat = await TestChat.OpenAsync();
        var asked = 0;
        var request = chat.Request("articles") with { IsPrivate = false, CanManage = _ => ValueTask.FromResult(++asked > 0) };

        await chat.Dispatcher.RunAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(0, asked);

        await chat.Dispatcher.RunAsync(request with { Line = "subscribe" }, TestContext.Current.CancellationToken);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Right_after_the_start_a_command_waits_for_the_articles()
    {
        using var chat = TestChat.JustStarted();

        var answer = chat.SayAsync("articles");
        Assert.False(answer.IsCompleted);
        await chat.RefreshAsync();

        Assert.StartsWith("Artikel\n1. Pertemuan Putin dan Kim", await answer);
    }

    [Fact]
    public async Task Articles_that_take_too_long_are_not_said_to_be_none()
    {
        using var chat = TestChat.JustStarted();

        var answer = chat.SayAsync("articles");
        chat.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("Artikelnya masih dibaca. Coba lagi sebentar lagi, ya.", await answer);
    }

    [Fact]
    public async Task An_operators_command_is_refused_to_others_and_hidden_from_them()
    {
        using var chat = await TestChat.OpenAsync(services => services.AddSingleton<IChatCommand>(new OperatorsOnly()));

        Assert.Equal("Hanya pengelola bot ini yang bisa melakukannya.", await chat.SayAsync("help2"));
        Assert.DoesNotContain("/help2", await chat.SayAsync("help"));

        chat.User = "1";
        Assert.Equal("done", await chat.SayAsync("help2"));
    }

    [Fact]
    public async Task A_command_that_fails_is_told_without_details()
    {
        using var chat = await TestChat.OpenAsync();
        chat.Store.Failure = new InvalidOperationException("password of the database");

        var answer = await chat.AskAsync("subscribe");

        Assert.Equal("Maaf, yang ini belum berhasil. Coba lagi sebentar lagi, ya.", PlainText.Of(answer.Message));
        Assert.True(answer.Private);
    }

    [Fact]
    public async Task A_right_that_cannot_be_checked_is_not_given()
    {
        using var chat = await TestChat.OpenAsync();
        var request = chat.Request("subscribe") with { IsPrivate = false, CanManage = _ => throw new HttpRequestException("no route") };

        var answer = await chat.Dispatcher.RunAsync(request, TestContext.Current.CancellationToken);

        Assert.StartsWith("Maaf", PlainText.Of(answer.Message));
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cancellation_is_not_a_failure()
    {
        using var chat = await TestChat.OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => chat.Dispatcher.RunAsync(chat.Request("subscribe"), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_deep_link_opens_one_section()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.Contains("2. Kerjasama Ekonomi", await chat.SayAsync($"start section-{SmallArticles.Pyongyang.Id.Key}-2"));
        Assert.StartsWith("Halo!", await chat.SayAsync("start subscribe-all"));
    }

    private sealed class OperatorsOnly : IChatCommand
    {
        public CommandInfo Info { get; } = new("help2", [], CommandAccess.Operator, []);

        public Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken) => Task.FromResult(new Answer(Message.OfText("done")));
    }
}
