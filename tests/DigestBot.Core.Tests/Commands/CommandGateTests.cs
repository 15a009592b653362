using System.ComponentModel.DataAnnotations;
using DigestBot.Chats;
using DigestBot.Subscriptions;
using DigestBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Commands;

public sealed class CommandGateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_too_much_is_told_once_and_then_met_with_silence_until_it_is_free()
    {
        using var chat = await LimitedAsync(user: 6, chat: 0);
        for (var command = 0; command < 6; command++)
            Assert.StartsWith("Artikel", await chat.SayAsync("articles"));

        var told = await chat.AskAsync("articles");
        Assert.Equal("Pelan-pelan, ya: sudah banyak sekali permintaan dari sini. Aku menjawab lagi 10 detik lagi.", PlainText.Of(told.Message));
        Assert.True(told.Private);
        Assert.Empty((await chat.AskAsync("articles")).Message.Blocks);
        Assert.Empty((await chat.AskAsync("subscribe")).Message.Blocks);
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, Stop));

        chat.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.StartsWith("Artikel", await chat.SayAsync("articles"));
        chat.Language = "en";
        Assert.StartsWith("Slowly, please", await chat.SayAsync("articles"));
    }

    [Fact]
    public async Task One_who_asks_too_much_takes_nothing_from_others_until_the_chat_is_used_up()
    {
        using var chat = await LimitedAsync(user: 2, chat: 3);
        await chat.AskAsync("articles");
        await chat.AskAsync("articles");
        Assert.StartsWith("Pelan-pelan", await chat.SayAsync("articles"));

        chat.User = "3";
        Assert.StartsWith("Artikel", await chat.SayAsync("articles"));
        Assert.StartsWith("Pelan-pelan", await chat.SayAsync("articles"));

        chat.Chat = chat.Chat with { Chat = "78" };
        chat.User = "4";
        Assert.StartsWith("Artikel", await chat.SayAsync("articles"));
    }

    [Fact]
    public async Task Operators_and_the_console_have_no_limit()
    {
        using var chat = await LimitedAsync(user: 1, chat: 1);
        chat.User = "1";
        await chat.AskAsync("articles");
        Assert.StartsWith("Artikel", await chat.SayAsync("articles"));

        for (var command = 0; command < 3; command++)
        {
            var answer = await chat.Dispatcher.RunAsync(chat.Request("articles") with { User = "local", IsLocal = true }, Stop);
            Assert.StartsWith("Artikel", PlainText.Of(answer.Message));
        }
    }

    [Fact]
    public async Task A_private_bot_says_one_kind_sentence_to_strangers_and_does_nothing_for_them()
    {
        using var chat = await PrivateAsync(options => options.Chats.Add("test:-5"));

        var refused = await chat.AskAsync("subscribe");
        Assert.Equal("Bot ini hanya melayani percakapan yang didaftarkan pengelolanya. Kalau mau ikut, berikan kode ini kepadanya: test:77", PlainText.Of(refused.Message));
        Assert.Empty((await chat.AskAsync("articles")).Message.Blocks);
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, Stop));
        Assert.Empty(await chat.Dispatcher.SuggestAsync(new SuggestionRequest { Chat = chat.Chat, User = chat.User, Command = "digest", Parameter = "what", Typed = "" }, Stop));

        chat.Clock.Advance(TimeSpan.FromMinutes(1));
        chat.Language = "en";
        Assert.StartsWith("This bot serves only chats that its operator has listed.", await chat.SayAsync("help"));
    }

    [Theory]
    [InlineData("-5", null, "2")]
    [InlineData("-5", "45", "2")]
    [InlineData("77", null, "9")]
    [InlineData("77", null, "1")]
    public async Task A_private_bot_serves_listed_chats_with_their_threads_listed_people_and_its_operators(string number, string? thread, string user)
    {
        using var chat = await PrivateAsync(options =>
        {
            options.Chats.Add("test:-5");
            options.Users.Add("test:9");
        });
        (chat.Chat, chat.User) = (new("test", number, thread), user);

        Assert.StartsWith("Artikel", await chat.SayAsync("articles"));
        Assert.NotEmpty(await chat.Dispatcher.SuggestAsync(new SuggestionRequest { Chat = chat.Chat, User = chat.User, Command = "digest", Parameter = "what", Typed = "" }, Stop));
    }

    [Fact]
    public async Task A_private_bot_serves_the_posts_of_a_listed_forum_once_they_stand_for_it()
    {
        using var chat = await PrivateAsync(options => options.Chats.Add("test:900"));
        var forum = new ChatId("test", "900");
        (chat.Chat, chat.Parent, chat.IsPrivate) = (new ChatId("test", "901"), forum, false);
        var typing = new SuggestionRequest { Chat = chat.Chat, Parent = forum, User = chat.User, Command = "digest", Parameter = "what", Typed = "" };
        Assert.EndsWith("test:901", await chat.SayAsync("articles"));
        Assert.Empty(await chat.Dispatcher.SuggestAsync(typing, Stop));

        await chat.Store.SaveChatAsync(new ChatSettings { Chat = forum, Forum = true }, Stop);
        Assert.StartsWith("Artikel", await chat.SayAsync("articles"));
        Assert.NotEmpty(await chat.Dispatcher.SuggestAsync(typing, Stop));

        chat.Parent = new ChatId("test", "800");
        await chat.Store.SaveChatAsync(new ChatSettings { Chat = chat.Parent.Value, Forum = true }, Stop);
        chat.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.EndsWith("test:901", await chat.SayAsync("articles"));
    }

    [Fact]
    public async Task An_operators_command_is_completed_for_operators_alone()
    {
        using var chat = await TestChat.OpenAsync(services => services.AddSingleton<IChatCommand>(new OperatorsOnly()));
        var typing = new SuggestionRequest { Chat = chat.Chat, User = "2", Command = "reload", Parameter = "article", Typed = "" };

        Assert.Empty(await chat.Dispatcher.SuggestAsync(typing, Stop));
        Assert.NotEmpty(await chat.Dispatcher.SuggestAsync(typing with { User = "1" }, Stop));
    }

    [Theory]
    [InlineData("telegram:-1001234", "telegram:1234", null)]
    [InlineData("telegram:@channel", "telegram:1234", "Access:Chats:0 is not a platform and a numeric id")]
    [InlineData("telegram:-1001234", "telegram:sari", "Access:Users:0 is not a platform and a numeric id")]
    [InlineData("telegram:-1001234", "telegram:-1", "Access:Users:0 is not a platform and a numeric id")]
    public void Names_that_change_hands_are_no_addresses(string chat, string user, string? problem)
    {
        var options = new AccessOptions { Chats = { chat }, Users = { user } };

        var problems = options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage).ToArray();

        if (problem is null)
            Assert.Empty(problems);
        else
            Assert.StartsWith(problem, Assert.Single(problems));
    }

    [Fact]
    public void Strangers_without_end_do_not_fill_the_memory()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var buckets = new CommandBuckets(1, clock);
        for (var who = 0; who < 50_000; who++)
            Assert.Null(buckets.Take($"{who}"));

        Assert.NotNull(buckets.Take("49999"));
    }

    private static Task<TestChat> LimitedAsync(int user, int chat) => TestChat.OpenAsync(services => services
        .Configure<CommandLimitOptions>(options => (options.PerUserPerMinute, options.PerChatPerMinute) = (user, chat)));

    private static Task<TestChat> PrivateAsync(Action<AccessOptions> configure) => TestChat.OpenAsync(services => services.Configure(configure));

    private sealed class OperatorsOnly : IChatCommand
    {
        public CommandInfo Info { get; } = new("reload", [], CommandAccess.Operator, [new("article", "artikel", Required: false, Suggestions.Article)]);

        public Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
