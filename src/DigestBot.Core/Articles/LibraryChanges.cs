namespace DigestBot.Articles;

/// <summary>What one refresh of the library brought.</summary>
/// <param name="Added">Articles that were never seen before.</param>
/// <param name="Changed">Articles seen before with another content.</param>
/// <param name="Removed">Articles that were there at the refresh before and are not any more.</param>
public sealed record LibraryChanges(IReadOnlyList<ArticleId> Added, IReadOnlyList<ArticleId> Changed, IReadOnlyList<ArticleId> Removed)
{
    /// <summary>True where everything is as it was.</summary>
    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count == 0;
}
