using DigestBot.Chats;
using DigestBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Commands;

public sealed class ForumCommandTests
{
    private static readonly ChatId Forum = new("test", "900");
    private static readonly ChatId Post = new("test", "901");
    private static readonly ChatId OtherPost = new("test", "902");

    private readonly FakeForums _forums = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Switched_on_in_a_post_the_forum_gets_what_the_post_had_and_every_post_stands_for_it()
    {
        using var chat = await OpenAsync();
        await chat.AskAsync("language en");
        await chat.AskAsync("subscribe sains");

        Assert.StartsWith("Each article gets a post of its own in this forum.", await chat.SayAsync("forum on"));

        Assert.True((await chat.Store.GetChatAsync(Forum, Stop)) is { Forum: true, Language: "en" });
        Assert.Equal("sains", Assert.Single(await chat.Book.ListAsync(Forum, Stop)).Wants.Topic);
        Assert.Empty(await chat.Book.ListAsync(Post, Stop));

        chat.Chat = OtherPost;
        Assert.StartsWith("Your subscriptions\n1. sains", await chat.SayAsync("subscriptions"));
        await chat.AskAsync("schedule 18:00");
        Assert.Equal("18:00", Assert.Single(await chat.Book.ListAsync(Forum, Stop)).Schedule.ToString());
        Assert.Contains("Each article gets a post of its own", await chat.SayAsync("settings"));
    }

    [Fact]
    public async Task Switched_off_in_a_post_the_digests_come_into_that_one()
    {
        using var chat = await OpenAsync();
        await chat.AskAsync("subscribe sains");
        await chat.AskAsync("forum hidup");
        chat.Chat = OtherPost;

        Assert.StartsWith("Ringkasan masuk ke pos ini.", await chat.SayAsync("forum mati"));

        Assert.Equal("sains", Assert.Single(await chat.Book.ListAsync(OtherPost, Stop)).Wants.Topic);
        Assert.False((await chat.Store.GetChatAsync(Forum, Stop)).Forum);
        Assert.Empty(await chat.Book.ListAsync(Forum, Stop));
        Assert.StartsWith("Ringkasan masuk ke pos ini.", await chat.SayAsync("forum"));
    }

    [Fact]
    public async Task Said_twice_it_is_on_once()
    {
        using var chat = await OpenAsync();
        await chat.AskAsync("subscribe sains");
        await chat.AskAsync("forum on");

        Assert.StartsWith("Tiap artikel mendapat pos sendiri", await chat.SayAsync("forum on"));
        Assert.Single(await chat.Book.ListAsync(Forum, Stop));
    }

    [Theory]
    [InlineData("id", "forum hidup", "Ini untuk forum di Discord:")]
    [InlineData("en", "forum on", "This is for forums on Discord:")]
    public async Task Elsewhere_it_says_what_it_is_for(string language, string line, string text)
    {
        using var chat = await OpenAsync();
        chat.Language = language;
        chat.Parent = new ChatId("test", "a text channel");
        Assert.StartsWith(text, await chat.SayAsync(line));
        chat.Parent = null;
        Assert.StartsWith(text, await chat.SayAsync(line));
        Assert.StartsWith(text, await chat.SayAsync("forum"));
    }

    [Fact]
    public async Task Who_does_not_manage_the_forum_changes_nothing_and_may_still_look()
    {
        using var chat = await OpenAsync();
        await chat.AskAsync("subscribe sains");
        await chat.AskAsync("forum on");
        (chat.CanManage, chat.Chat) = (false, OtherPost);

        Assert.StartsWith("Di sini hanya admin", await chat.SayAsync("forum off"));
        Assert.StartsWith("Di sini hanya admin", await chat.SayAsync("unsubscribe sains"));
        Assert.StartsWith("Langgananmu\n1. sains", await chat.SayAsync("langgananku"));
        Assert.True((await chat.Store.GetChatAsync(Forum, Stop)).Forum);
    }

    [Fact]
    public async Task A_forum_that_is_managed_from_a_private_chat_gets_posts_from_the_first_subscription_on()
    {
        using var chat = await OpenAsync();
        (chat.IsPrivate, chat.Parent, chat.Chat) = (true, null, new ChatId("test", "77"));

        Assert.StartsWith("Yang dikelola dari sini: #forum.", await chat.SayAsync("kelola 900"));
        Assert.StartsWith("Untuk #forum:\nLangganan aktif: sains", await chat.SayAsync("langganan sains"));

        Assert.True((await chat.Store.GetChatAsync(Forum, Stop)).Forum);
    }

    [Fact]
    public async Task What_is_completed_in_a_post_comes_from_its_forum()
    {
        using var chat = await OpenAsync();
        await chat.AskAsync("subscribe sains");
        await chat.AskAsync("forum on");
        var typing = new SuggestionRequest { Chat = OtherPost, Parent = Forum, User = "9", Command = "unsubscribe", Parameter = "what", Typed = "" };

        Assert.Equal("sains", Assert.Single(await chat.Dispatcher.SuggestAsync(typing, Stop)).Label);
    }

    private async Task<TestChat> OpenAsync()
    {
        var chat = await TestChat.OpenAsync(services => services.AddSingleton<IManagedChats>(_forums));
        (chat.Chat, chat.Parent, chat.IsPrivate) = (Post, Forum, false);
        return chat;
    }

    private sealed class FakeForums : IManagedChats
    {
        public string Platform => "test";

        public Task<ManagedChat?> FindAsync(string wanted, string user, CancellationToken cancellationToken) =>
            Task.FromResult(wanted == Forum.Chat ? new ManagedChat(Forum, "#forum", IsForum: true) : wanted == "a text channel" ? new ManagedChat(new ChatId("test", wanted), "#text") : null);

        public Task<bool> ManagesAsync(ChatId chat, string user, CancellationToken cancellationToken) => Task.FromResult(chat == Forum);
    }
}
