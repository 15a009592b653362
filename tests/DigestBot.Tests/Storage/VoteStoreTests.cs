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

    private Task VoteAsync(ArticleId article, ChatId chat, string voter, bool isUp) =>
        Votes.VoteAsync(new Vote(article, chat, voter, isUp, Now), Cancellation);
}
