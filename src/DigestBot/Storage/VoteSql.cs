namespace DigestBot.Storage;

/// <summary>The statements about votes.</summary>
internal static class VoteSql
{
    private const string Replace = """
        ON CONFLICT (article, platform, voter) DO UPDATE
        SET chat = excluded.chat, thread = excluded.thread, is_up = excluded.is_up, voted_at = excluded.voted_at
        """;

    /// <summary>
    /// The articles of a post. Its chat and thread are known by the delivery, whatever the platform says: what went to a forum stands
    /// in the post that the forum has for the article, which the platform names as the chat.
    /// </summary>
    private const string OfPost = """
        FROM deliveries d JOIN message_articles a ON a.message = d.message
        WHERE d.platform = @Platform AND d.sent_id = @Post AND d.slot IS NOT NULL
            AND d.chat IN (SELECT @Chat UNION ALL SELECT f.chat FROM forum_posts f WHERE f.platform = @Platform AND f.post = @Chat)
        """;

    public const string Save = $"""
        INSERT INTO votes (article, platform, voter, chat, thread, is_up, voted_at)
        VALUES (@Article, @Platform, @Voter, @Chat, @Thread, @IsUp, @VotedAt)
        {Replace}
        """;

    public const string SaveOnPost = $"""
        INSERT INTO votes (article, platform, voter, chat, thread, is_up, voted_at)
        SELECT a.article, @Platform, @Voter, min(d.chat), min(d.thread), @IsUp, @VotedAt
        {OfPost}
        GROUP BY a.article
        {Replace}
        """;

    public const string Withdraw = $"""
        DELETE FROM votes
        WHERE platform = @Platform AND voter = @Voter AND is_up = @IsUp AND article IN (SELECT a.article {OfPost})
        """;

    public const string Tally = $"""
        INSERT INTO tallies (platform, chat, thread, sent_id, article, up, down)
        SELECT @Platform, min(d.chat), min(d.thread), @Post, a.article, @Up, @Down
        {OfPost}
        GROUP BY a.article
        ON CONFLICT (platform, chat, sent_id, article) DO UPDATE SET up = excluded.up, down = excluded.down
        """;

    public const string Count = """
        SELECT article, sum(up) AS up, sum(down) AS down FROM (
            SELECT article, is_up AS up, 1 - is_up AS down FROM votes
            UNION ALL SELECT article, up, down FROM tallies) given
        GROUP BY article HAVING sum(up + down) > 0
        ORDER BY sum(up + down) DESC, article
        """;
}
