namespace DigestBot.Chats;

/// <summary>
/// Which post of a forum an article has. It is on record before a post is made: making one can't be repeated safely, and one whose
/// answer never came is looked for. It throws when the store can't be reached.
/// </summary>
public interface IForumPostStore
{
    /// <summary>The article's post; null where none was begun.</summary>
    Task<ForumPlace?> FindAsync(ChatId forum, string article, CancellationToken cancellationToken);

    /// <summary>Which article has the post, and in which forum; null where it is none's.</summary>
    Task<ForumPostOwner?> OwnerAsync(ChatId post, CancellationToken cancellationToken);

    /// <summary>Remembers the article's post in place of an earlier one.</summary>
    Task SaveAsync(ChatId forum, string article, ForumPlace place, CancellationToken cancellationToken);

    /// <summary>Forgets the article's post.</summary>
    Task RemoveAsync(ChatId forum, string article, CancellationToken cancellationToken);
}

/// <summary>Whose post it is.</summary>
public sealed record ForumPostOwner(ChatId Forum, string Article);

/// <summary>Where an article stands in a forum.</summary>
/// <param name="Post">The platform's id of the post; null while no answer has told it.</param>
/// <param name="Nonce">The delivery that began it.</param>
/// <param name="BegunAt">When it did.</param>
public sealed record ForumPlace(string? Post, string Nonce, DateTimeOffset BegunAt);
