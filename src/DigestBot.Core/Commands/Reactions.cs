using DigestBot.Delivery;

namespace DigestBot.Commands;

/// <summary>
/// Counts the thumbs that people react with to posts as votes on their articles, the same on every platform. It throws where
/// the store can't be reached.
/// </summary>
public sealed class Reactions(IVoteStore votes, CommandGate gate, TimeProvider time)
{
    /// <summary>Whether a sign says anything of an article.</summary>
    public static bool Counts(string sign) => Thumb.Read(sign) is not null;

    /// <summary>Somebody has put signs on a message or taken some away.</summary>
    /// <param name="post">The message; what is no post counts nothing.</param>
    /// <param name="user">The platform's numeric id of the person.</param>
    /// <param name="before">The person's signs before, as far as they are known.</param>
    /// <param name="after">Those that stand there now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ChangeAsync(
        PostedMessage post, string user, IEnumerable<string> before, IEnumerable<string> after, CancellationToken cancellationToken)
    {
        var (had, has) = (Thumbs(before), Thumbs(after));
        if (!await gate.ServesAsync(post.Chat, post.Forum, user, cancellationToken))
            return;

        // What is new decides; where nothing is, what is left after something was taken away.
        bool[] added = [.. has.Except(had)];
        bool[] removed = [.. had.Except(has)];
        var now = time.GetUtcNow();
        await (added is [.., var given] ? votes.VoteAsync(new PostVote(post, user, given, now), cancellationToken)
            : removed.Length > 0 && has is [var left] ? votes.VoteAsync(new PostVote(post, user, left, now), cancellationToken)
            : removed is [.., var taken] ? votes.WithdrawAsync(new PostVote(post, user, taken, now), cancellationToken)
            : Task.CompletedTask);
    }

    /// <summary>A message of a chat that names nobody has so many of each sign.</summary>
    public Task CountAsync(PostedMessage post, IReadOnlyList<(string Sign, int Count)> signs, CancellationToken cancellationToken)
    {
        var (up, down) = (Count(isUp: true), Count(isUp: false));
        return votes.TallyAsync(new PostTally(post, up, down), cancellationToken);

        int Count(bool isUp) => signs.Where(sign => Thumb.Read(sign.Sign) == isUp).Sum(sign => sign.Count);
    }

    private static bool[] Thumbs(IEnumerable<string> signs) => [.. signs.Select(Thumb.Read).OfType<bool>().Distinct()];
}
