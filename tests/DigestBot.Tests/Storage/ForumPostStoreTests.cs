using DigestBot.Chats;
using DigestBot.Storage.Support;

namespace DigestBot.Storage;

public sealed class SqliteForumPostStoreTests() : ForumPostStoreTests(StorageProvider.Sqlite);

public sealed class PostgreSqlForumPostStoreTests() : ForumPostStoreTests(StorageProvider.PostgreSql);

public abstract class ForumPostStoreTests : StoreTests
{
    private static readonly ChatId Forum = new("discord", "900");

    private protected ForumPostStoreTests(StorageProvider provider)
        : base(provider)
    {
    }

    private ForumPostStore Posts => field ??= new(Database);

    [Fact]
    public async Task An_article_has_one_post_in_a_forum_the_last_that_was_saved()
    {
        var begun = new ForumPlace(null, "n1", Seven);
        await Posts.SaveAsync(Forum, "sains/kopi", begun, Cancellation);
        Assert.Equal(begun, await Posts.FindAsync(Forum, "sains/kopi", Cancellation));

        var made = new ForumPlace("901", "n2", Seven.AddMinutes(1));
        await Posts.SaveAsync(Forum, "sains/kopi", made, Cancellation);
        Assert.Equal(made, await Posts.FindAsync(Forum, "sains/kopi", Cancellation));
        Assert.Null(await Posts.FindAsync(Forum, "", Cancellation));
        Assert.Null(await Posts.FindAsync(Forum with { Chat = "902" }, "sains/kopi", Cancellation));

        await Posts.RemoveAsync(Forum, "sains/kopi", Cancellation);
        Assert.Null(await Posts.FindAsync(Forum, "sains/kopi", Cancellation));
    }

    [Fact]
    public async Task A_post_tells_whose_it_is()
    {
        await Posts.SaveAsync(Forum, "sains/kopi", new ForumPlace("901", "n1", Seven), Cancellation);
        await Posts.SaveAsync(Forum, "sains/teh", new ForumPlace(null, "n2", Seven), Cancellation);

        Assert.Equal(new ForumPostOwner(Forum, "sains/kopi"), await Posts.OwnerAsync(Forum with { Chat = "901" }, Cancellation));
        Assert.Null(await Posts.OwnerAsync(Forum with { Chat = "902" }, Cancellation));
        Assert.Null(await Posts.OwnerAsync(new ChatId("other", "901"), Cancellation));
    }

    [Fact]
    public async Task A_forum_that_is_forgotten_takes_its_posts_along()
    {
        await Posts.SaveAsync(Forum, "sains/kopi", new ForumPlace("901", "n1", Seven), Cancellation);

        await Subscriptions.ForgetAsync(Forum, Cancellation);

        Assert.Null(await Posts.FindAsync(Forum, "sains/kopi", Cancellation));
    }
}
