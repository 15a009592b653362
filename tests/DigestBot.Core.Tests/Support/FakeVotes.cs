using DigestBot.Articles;
using DigestBot.Delivery;

namespace DigestBot.Support;

/// <summary>Votes in memory.</summary>
internal sealed class FakeVotes : IVoteStore
{
    private readonly Dictionary<(ArticleId Article, string Platform, string Voter), Vote> _votes = [];

    public IReadOnlyCollection<Vote> Given => _votes.Values;

    public Task VoteAsync(Vote vote, CancellationToken cancellationToken)
    {
        _votes[(vote.Article, vote.Chat.Platform, vote.Voter)] = vote;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<VoteCount>> CountAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<VoteCount>>(
        [.. _votes.Values.GroupBy(vote => vote.Article).Select(votes => new VoteCount(votes.Key, votes.Count(vote => vote.IsUp), votes.Count(vote => !vote.IsUp)))]);
}
