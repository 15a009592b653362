using Microsoft.Extensions.Primitives;

namespace DigestBot.Articles;

/// <summary>
/// Somewhere articles come from. One bad article is reported in <see cref="SourceReading.Problems"/> and leaves the
/// others standing; <see cref="ReadAsync"/> throws only when the source as a whole can't be read (the folder is gone),
/// and the library then keeps what it had and reports the failure.
/// </summary>
public interface IArticleSource
{
    /// <summary>Reads everything there is now.</summary>
    Task<SourceReading> ReadAsync(CancellationToken cancellationToken);

    /// <summary>A token that is signalled once when something may have changed since; a new one is asked for after each signal.</summary>
    IChangeToken Watch();
}

/// <summary>What one reading of a source gave.</summary>
public sealed record SourceReading(IReadOnlyList<Article> Articles, IReadOnlyList<ArticleProblem> Problems);
