using DigestBot.Articles;
using DigestBot.Chats;

namespace DigestBot.Delivery;

/// <summary>
/// What readers think of the articles that they got. It throws when the store can't be reached: nothing is then counted. What
/// is said of a message that is no subscription's post, or one no longer on record, counts nothing.
/// </summary>
public interface IVoteStore
{
    /// <summary>Counts a vote. A person has one an article: a second takes the place of the first, wherever it was given.</summary>
    Task VoteAsync(Vote vote, CancellationToken cancellationToken);

    /// <summary>Counts a vote on a post as one on each article that stands in full in it.</summary>
    Task VoteAsync(PostVote vote, CancellationToken cancellationToken);

    /// <summary>Takes a vote on a post back, where the person's vote is still the one named.</summary>
    Task WithdrawAsync(PostVote vote, CancellationToken cancellationToken);

    /// <summary>Says how many votes a post has where the platform names nobody; takes the place of what it said before.</summary>
    Task TallyAsync(PostTally tally, CancellationToken cancellationToken);

    /// <summary>Every article that somebody voted on, those with the most votes first.</summary>
    Task<IReadOnlyList<VoteCount>> CountAsync(CancellationToken cancellationToken);
}

/// <summary>One person's vote.</summary>
/// <param name="Article">On what.</param>
/// <param name="Chat">Where it was given; the votes of a chat that is forgotten are forgotten too.</param>
/// <param name="Voter">The platform's numeric id of the person.</param>
/// <param name="IsUp">For it, or against.</param>
/// <param name="At">When.</param>
public sealed record Vote(ArticleId Article, ChatId Chat, string Voter, bool IsUp, DateTimeOffset At);

/// <summary>A message as its platform names it; of the chat no thread is asked.</summary>
/// <param name="Chat">Where it stands: in a forum, the forum's post.</param>
/// <param name="Id">The platform's id of the message.</param>
public readonly record struct PostedMessage(ChatId Chat, string Id)
{
    /// <summary>The forum that the chat is an article's post of; null where it is none.</summary>
    public ChatId? Forum { get; init; }
}

/// <summary>One person's vote on a post.</summary>
/// <param name="Post">On which; any of its parts.</param>
/// <param name="Voter">The platform's numeric id of the person.</param>
/// <param name="IsUp">For it, or against.</param>
/// <param name="At">When.</param>
public sealed record PostVote(PostedMessage Post, string Voter, bool IsUp, DateTimeOffset At);

/// <summary>The votes of unnamed people on a post.</summary>
/// <param name="Post">On which; each of its parts has a tally of its own.</param>
/// <param name="Up">How many are for it.</param>
/// <param name="Down">How many are against.</param>
public sealed record PostTally(PostedMessage Post, int Up, int Down);

/// <summary>The votes on one article.</summary>
public sealed record VoteCount(ArticleId Article, long Up, long Down);
