using DigestBot.Chats;

namespace DigestBot.Storage;

/// <summary>The posts of forums in the database.</summary>
internal sealed class ForumPostStore(Database database) : IForumPostStore
{
    private const string OfArticle = "platform = @Platform AND chat = @Chat AND thread = @Thread AND article = @Article";

    private const string Find = $"SELECT post, nonce, begun_at FROM forum_posts WHERE {OfArticle}";

    private const string Owner = "SELECT chat, thread, article FROM forum_posts WHERE platform = @Platform AND post = @Chat";

    private const string Save = """
        INSERT INTO forum_posts (platform, chat, thread, article, post, nonce, begun_at)
        VALUES (@Platform, @Chat, @Thread, @Article, @Post, @Nonce, @BegunAt)
        ON CONFLICT (platform, chat, thread, article) DO UPDATE SET post = @Post, nonce = @Nonce, begun_at = @BegunAt
        """;

    private const string Remove = $"DELETE FROM forum_posts WHERE {OfArticle}";

    public async Task<ForumPlace?> FindAsync(ChatId forum, string article, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(session => session.FirstAsync<Row>(Find, Values(forum, article)), cancellationToken);
        return row is null ? null : new ForumPlace(row.Post, row.Nonce, DateTimeOffset.FromUnixTimeMilliseconds(row.BegunAt));
    }

    public async Task<ForumPostOwner?> OwnerAsync(ChatId post, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(session => session.FirstAsync<OwnerRow>(Owner, new { post.Platform, post.Chat }), cancellationToken);
        return row is null ? null : new ForumPostOwner(new ChatId(post.Platform, row.Chat, row.Thread is "" ? null : row.Thread), row.Article);
    }

    public Task SaveAsync(ChatId forum, string article, ForumPlace place, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Save, Values(forum, article, place)), cancellationToken);

    public Task RemoveAsync(ChatId forum, string article, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Remove, Values(forum, article)), cancellationToken);

    private static object Values(ChatId forum, string article, ForumPlace? place = null)
    {
        var key = ChatKey.Of(forum);
        return new { key.Platform, key.Chat, key.Thread, Article = article, place?.Post, place?.Nonce, BegunAt = place?.BegunAt.ToUnixTimeMilliseconds() };
    }

    private sealed record Row
    {
        public string? Post { get; init; }
        public string Nonce { get; init; } = "";
        public long BegunAt { get; init; }
    }

    private sealed record OwnerRow
    {
        public string Chat { get; init; } = "";
        public string Thread { get; init; } = "";
        public string Article { get; init; } = "";
    }
}
