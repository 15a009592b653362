using DigestBot.Articles;
using DigestBot.Delivery;

namespace DigestBot.Storage;

/// <summary>Votes in the database.</summary>
internal sealed class VoteStore(Database database) : IVoteStore
{
    public Task VoteAsync(Vote vote, CancellationToken cancellationToken)
    {
        var chat = ChatKey.Of(vote.Chat);
        return WriteAsync(
            VoteSql.Save,
            new
            {
                Article = vote.Article.Value,
                chat.Platform,
                vote.Voter,
                chat.Chat,
                chat.Thread,
                IsUp = vote.IsUp ? 1 : 0,
                VotedAt = vote.At.ToUnixTimeMilliseconds(),
            },
            cancellationToken);
    }

    public Task VoteAsync(PostVote vote, CancellationToken cancellationToken) => WriteAsync(VoteSql.SaveOnPost, ValuesOf(vote), cancellationToken);

    public Task WithdrawAsync(PostVote vote, CancellationToken cancellationToken) => WriteAsync(VoteSql.Withdraw, ValuesOf(vote), cancellationToken);

    public Task TallyAsync(PostTally tally, CancellationToken cancellationToken) => WriteAsync(
        VoteSql.Tally,
        new { tally.Post.Chat.Platform, tally.Post.Chat.Chat, Post = tally.Post.Id, tally.Up, tally.Down },
        cancellationToken);

    public async Task<IReadOnlyList<VoteCount>> CountAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(session => session.QueryAsync<Row>(VoteSql.Count), cancellationToken);
        return [.. rows.Select(row => new VoteCount(new ArticleId(row.Article), row.Up, row.Down))];
    }

    private Task<int> WriteAsync(string statement, object values, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(statement, values), cancellationToken);

    private static object ValuesOf(PostVote vote) => new
    {
        vote.Post.Chat.Platform,
        vote.Post.Chat.Chat,
        Post = vote.Post.Id,
        vote.Voter,
        IsUp = vote.IsUp ? 1 : 0,
        VotedAt = vote.At.ToUnixTimeMilliseconds(),
    };

    private sealed record Row
    {
        public string Article { get; init; } = "";
        public long Up { get; init; }
        public long Down { get; init; }
    }
}
