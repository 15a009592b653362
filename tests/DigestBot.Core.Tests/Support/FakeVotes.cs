using DigestBot.Articles;
using DigestBot.Delivery;

namespace DigestBot.Support;

/// <summary>Votes in memory; of votes on posts it notes what it was told.</summary>
internal sealed class FakeVotes : IVoteStore
{
    private readonly Dictionary<(ArticleId Article, string Platform, string Voter), Vote> _votes = [];

    public IReadOnlyCollection<Vote> Given => _votes.Values;

    /// <summary>What was said of posts, in order: <c>+</c> and <c>-</c> for votes, <c>0</c> for one taken back.</summary>
    public List<string> OnPosts { get; } = [];

    public Task VoteAsync(Vote vote, CancellationToken cancellationToken)
    {
        _votes[(vote.Article, vote.Chat.Platform, vote.Voter)] = vote;
        return Task.CompletedTask;
    }

    public Task VoteAsync(PostVote vote, CancellationToken cancellationToken) => Note($"{vote.Voter} {(vote.IsUp ? '+' : '-')}");

    public Task WithdrawAsync(PostVote vote, CancellationToken cancellationToken) => Note($"{vote.Voter} 0{(vote.IsUp ? '+' : '-')}");

    public Task TallyAsync(PostTally tally, CancellationToken cancellationToken) => Note($"{tally.Up}+ {tally.Down}-");

    public Task<IReadOnlyList<VoteCount>> CountAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<VoteCount>>(
        [.. _votes.Values.GroupBy(vote => vote.Article).Select(votes => new VoteCount(votes.Key, votes.Count(vote => vote.IsUp), votes.Count(vote => !vote.IsUp)))]);

    private Task Note(string said)
    {
        OnPosts.Add(said);
        return Task.CompletedTask;
    }
}
