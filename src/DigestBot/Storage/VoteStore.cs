using DigestBot.Articles;
using DigestBot.Delivery;

namespace DigestBot.Storage;

/// <summary>Votes in the database.</summary>
internal sealed class VoteStore(Database database) : IVoteStore
{
    private const string Save = """
        INSERT INTO votes (article, platform, voter, chat, thread, is_up, voted_at)
        VALUES (@Article, @Platform, @Voter, @Chat, @Thread, @IsUp, @VotedAt)
        ON CONFLICT (article, platform, voter) DO UPDATE
        SET chat = excluded.chat, thread = excluded.thread, is_up = excluded.is_up, voted_at = excluded.voted_at
        """;

    private const string Count = """
        SELECT article, sum(is_up) AS up, sum(1 - is_up) AS down FROM votes
        GROUP BY article ORDER BY count(*) DESC, article
        """;

    public Task VoteAsync(Vote vote, CancellationToken cancellationToken)
    {
        var chat = ChatKey.Of(vote.Chat);
        return database.WriteAsync(
            session => session.ExecuteAsync(Save, new
            {
                Article = vote.Article.Value,
                chat.Platform,
                vote.Voter,
                chat.Chat,
                chat.Thread,
                IsUp = vote.IsUp ? 1 : 0,
                VotedAt = vote.At.ToUnixTimeMilliseconds(),
            }),
            cancellationToken);
    }

    public async Task<IReadOnlyList<VoteCount>> CountAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(session => session.QueryAsync<Row>(Count), cancellationToken);
        return [.. rows.Select(row => new VoteCount(new ArticleId(row.Article), row.Up, row.Down))];
    }

    private sealed record Row
    {
        public string Article { get; init; } = "";
        public long Up { get; init; }
        public long Down { get; init; }
    }
}
