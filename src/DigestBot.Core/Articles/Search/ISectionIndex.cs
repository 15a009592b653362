namespace DigestBot.Articles.Search;

/// <summary>
/// Knows which sections have which words. It throws where its store can't be reached: what it held stays, and the caller
/// tries again.
/// </summary>
public interface ISectionIndex
{
    /// <summary>Makes it hold these articles and no others. Only what changed is written, so that filling it twice costs a look.</summary>
    Task FillAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken);

    /// <summary>
    /// The places that have the words, in a heading or a text at least one of them, the best first. A word in a heading or a
    /// title counts for more than one in a text; that of the article's title counts a little for each of its sections.
    /// </summary>
    /// <param name="query">At least one word.</param>
    /// <param name="all">All of the words are to be there; else any of them.</param>
    /// <param name="most">How many places at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<IndexedPlace>> FindAsync(SearchQuery query, bool all, int most, CancellationToken cancellationToken);
}

/// <summary>A place in the index: it may be older than the library, and is looked up there before it is shown.</summary>
/// <param name="Article">Whose.</param>
/// <param name="Unit">Which of <see cref="Article.Units"/>; -1 for the article as a whole, found by its title, topic or tags.</param>
/// <param name="Hash">The section's, or the article's.</param>
public sealed record IndexedPlace(ArticleId Article, int Unit, string Hash);
