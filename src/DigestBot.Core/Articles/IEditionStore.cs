namespace DigestBot.Articles;

/// <summary>Remembers editions across restarts. Throws when the store can't be reached; nothing is then recorded.</summary>
public interface IEditionStore
{
    /// <summary>Every edition recorded so far, oldest first; a few per article, so the whole list is small.</summary>
    Task<IReadOnlyList<Edition>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Records the articles whose hash differs from their newest edition, in the order given, and returns the editions
    /// added. Several instances may call it at once: an article is recorded once per change.
    /// </summary>
    Task<IReadOnlyList<Edition>> RecordAsync(IReadOnlyList<Article> articles, DateTimeOffset now, CancellationToken cancellationToken);
}
