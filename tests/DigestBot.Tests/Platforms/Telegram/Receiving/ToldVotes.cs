using System.Collections.Concurrent;
using DigestBot.Delivery;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Notes what it is told of votes on posts; whatever else is asked of votes is not this test's.</summary>
internal sealed class ToldVotes : IVoteStore
{
    public ConcurrentQueue<string> Told { get; } = new();

    public Task VoteAsync(Vote vote, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task VoteAsync(PostVote vote, CancellationToken cancellationToken) => Note(vote.Post, $"{vote.Voter} {(vote.IsUp ? '+' : '-')}");

    public Task WithdrawAsync(PostVote vote, CancellationToken cancellationToken) => Note(vote.Post, $"{vote.Voter} 0{(vote.IsUp ? '+' : '-')}");

    public Task TallyAsync(PostTally tally, CancellationToken cancellationToken) => Note(tally.Post, $"{tally.Up}+ {tally.Down}-");

    public Task<IReadOnlyList<VoteCount>> CountAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    private Task Note(PostedMessage post, string said)
    {
        Told.Enqueue($"{post.Chat} {post.Id} {said}");
        return Task.CompletedTask;
    }
}
