using DigestBot.Articles;
using DigestBot.Chats;

namespace DigestBot.Delivery;

/// <summary>What readers think of the articles that they got. It throws when the store can't be reached: nothing is then counted.</summary>
public interface IVoteStore
{
    /// <summary>Counts a vote. A person has one an article: a second takes the place of the first, wherever it was given.</summary>
    Task VoteAsync(Vote vote, CancellationToken cancellationToken);

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

/// <summary>The votes on one article.</summary>
public sealed record VoteCount(ArticleId Article, long Up, long Down);
