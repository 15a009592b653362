using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Subscriptions;
using DigestBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Commands;

public sealed class ReactionsTests
{
    [Fact]
    public async Task In_the_posts_of_a_listed_forum_everybody_votes_once_they_stand_for_it()
    {
        using var chat = await TestChat.OpenAsync(services => services.Configure<AccessOptions>(access => access.Chats.Add("test:900")));
        var forum = new ChatId("test", "900");
        var inForum = Post with { Forum = forum };
        await chat.Reactions.ChangeAsync(inForum, "2", [], ["👍"], TestContext.Current.CancellationToken);
        Assert.Empty(chat.Votes.OnPosts);

        await chat.Store.SaveChatAsync(new ChatSettings { Chat = forum, Forum = true }, TestContext.Current.CancellationToken);
        await chat.Reactions.ChangeAsync(inForum, "2", [], ["👍"], TestContext.Current.CancellationToken);

        Assert.Equal(["2 +"], chat.Votes.OnPosts);
    }

    private static readonly PostedMessage Post = new(new ChatId("test", "77"), "5");

    [Theory]
    [InlineData("", "👍", "2 +")]
    [InlineData("", "👎", "2 -")]
    [InlineData("👍", "👎", "2 -")]
    [InlineData("👍", "", "2 0+")]
    [InlineData("👎", "", "2 0-")]
    [InlineData("👍 👎", "👎", "2 -")]
    [InlineData("👍", "👍 👎", "2 -")]
    [InlineData("❤", "❤ 👍", "2 +")]
    [InlineData("", "👍🏽", "2 +")]
    [InlineData("👎🏿", "", "2 0-")]
    public async Task A_thumb_is_a_vote_and_taken_away_it_is_none(string before, string after, string counted)
    {
        using var chat = await TestChat.OpenAsync();

        await ChangeAsync(chat, before, after);

        Assert.Equal([counted], chat.Votes.OnPosts);
    }

    [Theory]
    [InlineData("", "❤")]
    [InlineData("👍", "👍 ❤")]
    [InlineData("❤", "")]
    [InlineData("", "👍👍")]
    [InlineData("", "thumbsup")]
    public async Task No_other_sign_says_anything(string before, string after)
    {
        using var chat = await TestChat.OpenAsync();

        await ChangeAsync(chat, before, after);

        Assert.Empty(chat.Votes.OnPosts);
    }

    [Fact]
    public async Task Where_nobody_is_named_the_thumbs_are_counted_whatever_their_colour()
    {
        using var chat = await TestChat.OpenAsync();

        await chat.Reactions.CountAsync(Post, [("👍", 3), ("❤", 9), ("👍🏿", 2), ("👎", 1)], TestContext.Current.CancellationToken);
        await chat.Reactions.CountAsync(Post, [], TestContext.Current.CancellationToken);

        Assert.Equal(["5+ 1-", "0+ 0-"], chat.Votes.OnPosts);
    }

    [Fact]
    public async Task Who_is_not_served_does_not_vote()
    {
        using var chat = await TestChat.OpenAsync(services => services.Configure<AccessOptions>(access => access.Users.Add("test:3")));

        await ChangeAsync(chat, "", "👍");
        chat.User = "3";
        await ChangeAsync(chat, "", "👍");

        Assert.Equal(["3 +"], chat.Votes.OnPosts);
    }

    private static Task ChangeAsync(TestChat chat, string before, string after) => chat.Reactions.ChangeAsync(
        Post, chat.User, Signs(before), Signs(after), TestContext.Current.CancellationToken);

    private static string[] Signs(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
