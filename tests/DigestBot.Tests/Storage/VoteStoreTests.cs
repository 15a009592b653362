using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Support;

namespace DigestBot.Storage;

public sealed class SqliteVoteStoreTests() : VoteStoreTests(StorageProvider.Sqlite);

public sealed class PostgreSqlVoteStoreTests() : VoteStoreTests(StorageProvider.PostgreSql);

public abstract class VoteStoreTests : StoreTests
{
    private static readonly ArticleId Coffee = new("sains/kopi");
    private static readonly ArticleId Reef = new("laut/karang");
    private static readonly ChatId Group = new(Platform, "-100", "7");

    private protected VoteStoreTests(StorageProvider provider)
        : base(provider)
    {
    }

    private VoteStore Votes => field ??= new(Database);

    [Fact]
    public async Task A_persons_last_vote_on_an_article_counts_and_no_other()
    {
        await VoteAsync(Coffee, Group, "1", isUp: true);
        await VoteAsync(Coffee, Group, "1", isUp: true);
        await VoteAsync(Coffee, Group, "2", isUp: true);
        await VoteAsync(Coffee, Ani, "2", isUp: false);
        await VoteAsync(Reef, Group, "1", isUp: false);

        Assert.Equal([new VoteCount(Coffee, 1, 1), new VoteCount(Reef, 0, 1)], await Votes.CountAsync(Cancellation));
    }

    [Fact]
    public async Task The_same_number_on_two_platforms_is_two_people()
    {
        await VoteAsync(Coffee, new ChatId("telegram", "5"), "5", isUp: true);
        await VoteAsync(Coffee, new ChatId("discord", "6"), "5", isUp: true);

        Assert.Equal([new VoteCount(Coffee, 2, 0)], await Votes.CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_chat_that_is_forgotten_takes_its_votes_along_and_a_person_all_their_own()
    {
        await VoteAsync(Coffee, Group, "1", isUp: true);
        await VoteAsync(Coffee, Group, Ani.Chat, isUp: true);
        await VoteAsync(Reef, Budi, Budi.Chat, isUp: true);

        await Subscriptions.ForgetAsync(Ani, Cancellation);
        Assert.Equal([new VoteCount(Reef, 1, 0), new VoteCount(Coffee, 1, 0)], await Votes.CountAsync(Cancellation));

        await Subscriptions.ForgetAsync(Group, Cancellation);
        Assert.Equal([new VoteCount(Reef, 1, 0)], await Votes.CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_chat_that_moves_keeps_its_votes()
    {
        await VoteAsync(Coffee, Group, "1", isUp: true);
        var moved = Group with { Chat = "-200" };
        await Subscriptions.MoveChatAsync(Group, moved, Cancellation);
        Assert.Single(await Votes.CountAsync(Cancellation));

        await Subscriptions.ForgetAsync(moved, Cancellation);

        Assert.Empty(await Votes.CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_vote_on_a_post_is_one_on_each_article_in_it_and_the_last_one_counts()
    {
        var post = await PostedAsync(Group, Coffee, Reef);

        await Votes.VoteAsync(new PostVote(post, "5", IsUp: true, Now), Cancellation);
        await VoteAsync(Reef, Ani, "6", isUp: true);
        Assert.Equal([new VoteCount(Reef, 2, 0), new VoteCount(Coffee, 1, 0)], await Votes.CountAsync(Cancellation));

        await Votes.VoteAsync(new PostVote(post with { Id = "m2" }, "5", IsUp: false, Now), Cancellation);
        Assert.Equal([new VoteCount(Reef, 1, 1), new VoteCount(Coffee, 0, 1)], await Votes.CountAsync(Cancellation));
    }

    [Fact]
    public async Task What_stands_in_a_forums_post_is_voted_on_there_and_the_votes_are_the_forums()
    {
        var sent = await PostedAsync(Group, Coffee);
        await new ForumPostStore(Database).SaveAsync(Group, Coffee.Value, new ForumPlace("900", "n1", Now), Cancellation);
        var post = new PostVote(sent with { Chat = new ChatId(Platform, "900") }, "5", IsUp: true, Now);

        await Votes.VoteAsync(post with { Post = post.Post with { Chat = new ChatId(Platform, "901") } }, Cancellation);
        Assert.Empty(await Votes.CountAsync(Cancellation));
        await Votes.VoteAsync(post, Cancellation);
        Assert.Equal([new VoteCount(Coffee, 1, 0)], await Votes.CountAsync(Cancellation));
        await Votes.WithdrawAsync(post, Cancellation);
        Assert.Empty(await Votes.CountAsync(Cancellation));

        await Votes.VoteAsync(post, Cancellation);
        await Subscriptions.ForgetAsync(Group, Cancellation);
        Assert.Empty(await Votes.CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_vote_that_is_taken_back_is_gone_unless_the_person_has_voted_otherwise_since()
    {
        var post = await PostedAsync(Group, Coffee, Reef);
        await Votes.VoteAsync(new PostVote(post, "5", IsUp: true, Now), Cancellation);
        await VoteAsync(Coffee, Group, "5", isUp: false);
        await VoteAsync(Reef, Group, "6", isUp: true);

        await Votes.WithdrawAsync(new PostVote(post, "5", IsUp: true, Now), Cancellation);

        Assert.Equal([new VoteCount(Reef, 1, 0), new VoteCount(Coffee, 0, 1)], await Votes.CountAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_no_subscriptions_post_or_another_chats_counts_nothing()
    {
        var post = await PostedAsync(Group, Coffee);
        await AnswerAsync("telegram:1", Group, "jawaban");
        await SendAllAsync(Lane.Answer);

        foreach (var other in new[] { post with { Id = "m3" }, post with { Chat = Budi }, post with { Chat = new ChatId("discord", Group.Chat) } })
        {
            await Votes.VoteAsync(new PostVote(other, "5", IsUp: true, Now), Cancellation);
            await Votes.TallyAsync(new PostTally(other, 4, 4), Cancellation);
        }

        Assert.Empty(await Votes.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Of_people_who_are_not_named_the_last_count_of_each_post_holds_and_goes_with_the_chat()
    {
        var post = await PostedAsync(Group, Coffee);
        await VoteAsync(Coffee, Ani, "1", isUp: true);

        await Votes.TallyAsync(new PostTally(post, 3, 1), Cancellation);
        await Votes.TallyAsync(new PostTally(post, 2, 2), Cancellation);
        Assert.Equal([new VoteCount(Coffee, 3, 2)], await Votes.CountAsync(Cancellation));

        await Subscriptions.ForgetAsync(Group, Cancellation);
        Assert.Equal([new VoteCount(Coffee, 1, 0)], await Votes.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Votes_on_a_post_are_forgotten_with_the_thread_it_stands_in_and_with_the_person()
    {
        var post = await PostedAsync(Group, Coffee);
        await Votes.VoteAsync(new PostVote(post with { Chat = Group with { Thread = null } }, Ani.Chat, IsUp: true, Now), Cancellation);
        await Votes.VoteAsync(new PostVote(post, "5", IsUp: true, Now), Cancellation);

        await Subscriptions.ForgetAsync(Ani, Cancellation);
        Assert.Equal([new VoteCount(Coffee, 1, 0)], await Votes.CountAsync(Cancellation));

        await Subscriptions.ForgetAsync(Group, Cancellation);
        Assert.Empty(await Votes.CountAsync(Cancellation));
    }

    /// <summary>A post of a subscription that has been sent; it has these articles in full.</summary>
    private async Task<PostedMessage> PostedAsync(ChatId chat, params ArticleId[] articles)
    {
        await SubscribeAsync(chat);
        await PostAsync(PostOf(await FindOnlyGroupAsync(), "satu", "dua") with { Articles = articles });
        await SendAllAsync();
        return new PostedMessage(chat, "m1");
    }

    private Task VoteAsync(ArticleId article, ChatId chat, string voter, bool isUp) =>
        Votes.VoteAsync(new Vote(article, chat, voter, isUp, Now), Cancellation);
}
