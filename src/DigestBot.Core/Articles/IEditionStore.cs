namespace DigestBot.Articles;

/// <summary>Remembers editions across restarts. Throws when the store can't be reached; nothing is then recorded.</summary>
public interface IEditionStore
{
    /// <summary>Every edition on record, oldest first; a few per article, so the whole list is small.</summary>
    Task<IReadOnlyList<Edition>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Records the articles whose hash differs from their newest edition, in the order given, and returns the editions
    /// added. Several instances may call it at once: an article is recorded once per change.
    /// </summary>
    Task<IReadOnlyList<Edition>> RecordAsync(IReadOnlyList<Article> articles, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the editions that no subscription can be shown a difference to, of those that were followed by another before a
    /// moment; returns how many. An article's first and its newest stay.
    /// </summary>
    Task<int> PruneAsync(DateTimeOffset followedBefore, CancellationToken cancellationToken);
}
