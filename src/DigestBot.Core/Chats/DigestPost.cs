using DigestBot.Articles;
using DigestBot.Digests;

namespace DigestBot.Chats;

/// <summary>What one slot of a subscription says: articles in full, the rest as a line each, and why it comes now.</summary>
/// <param name="Full">Articles with their digests, the newest first.</param>
/// <param name="Brief">Articles that get one line each.</param>
public sealed record DigestPost(IReadOnlyList<PostedArticle> Full, IReadOnlyList<Article> Brief)
{
    /// <summary>The missed slot (<c>yyyy-MM-ddTHH:mm</c>, local) where the post is late; null where it is on time.</summary>
    public string? LateFor { get; init; }

    /// <summary>The first post after a pause.</summary>
    public bool AfterPause { get; init; }

    /// <summary>A command line that lists all the articles where there are more than the post names.</summary>
    public string MoreAction { get; init; } = "articles";

    /// <summary>How it looks where it is posted.</summary>
    public Look Look { get; init; } = Look.Default;

    /// <summary>The short name of the subscription whose serial this is, for turning on and back; null outside serials.</summary>
    public string? SerialKey { get; init; }
}

/// <summary>One article of a post.</summary>
/// <param name="Digest">The digest of the whole article.</param>
/// <param name="Units">The indices into <see cref="Digest.Sections"/> that are shown, rising.</param>
/// <param name="IsUpdate">
/// True where the subscription had an earlier edition: only new and changed sections are shown and the post says so.
/// </param>
public sealed record PostedArticle(Digest Digest, IReadOnlyList<int> Units, bool IsUpdate)
{
    /// <summary>In a serial: how many sections the article has in all, with <see cref="Units"/> holding the one shown; null otherwise.</summary>
    public int? SerialOf { get; init; }
}
