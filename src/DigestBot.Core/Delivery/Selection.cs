using DigestBot.Articles;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

/// <summary>Which articles one post of a subscription carries, why the others are not in it, and where it stands afterwards.</summary>
public sealed record Selection
{
    /// <summary>How many articles stand in full where <see cref="Wants.Top"/> leaves it open.</summary>
    public const int DefaultTop = 3;

    /// <summary>Articles that are posted in full, the newest first.</summary>
    public required IReadOnlyList<SelectedArticle> Full { get; init; }

    /// <summary>Articles that get one line each, the newest first.</summary>
    public required IReadOnlyList<Article> Brief { get; init; }

    /// <summary>One for each article, in the order of the library.</summary>
    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>The subscription's place after this post; null where it still has had nothing.</summary>
    public required long? Position { get; init; }

    /// <summary>Its place in a serial after this post.</summary>
    public required SerialPlace? Serial { get; init; }

    /// <summary>The oldest and the newest edition that is posted, whole articles; null for none.</summary>
    public (long Oldest, long Newest)? Editions { get; init; }

    /// <summary>Nothing is posted.</summary>
    public bool IsEmpty => Full.Count == 0;

    /// <summary>What a subscription at this place is posted next. Pure.</summary>
    /// <param name="library">What there is.</param>
    /// <param name="wants">What the subscription asks for.</param>
    /// <param name="position">Its place in the row of editions; null where it has had nothing.</param>
    /// <param name="serial">Its place in a serial; null at the beginning.</param>
    public static Selection Of(LibrarySnapshot library, Wants wants, long? position, SerialPlace? serial) =>
        wants.Serial ? SerialReading.Next(library, wants, position, serial) : WholeArticles(library, wants, position, serial);

    private static Selection WholeArticles(LibrarySnapshot library, Wants wants, long? position, SerialPlace? serial)
    {
        var judged = library.Articles.Select(article => Judged.Of(article, library, wants, position)).ToList();
        var chosen = judged.Where(candidate => candidate.IsPosted).OrderByDescending(candidate => candidate.Edition).ToList();
        if (position is null && chosen.Count > 1)
        {
            var newest = chosen[0];
            judged = [.. judged.Select(candidate => candidate.IsPosted && candidate != newest ? candidate.Because(SelectionReason.NotNewest) : candidate)];
            chosen = [newest];
        }

        var top = wants.Top > 0 ? wants.Top : DefaultTop;
        return new Selection
        {
            Full = [.. chosen.Take(top).Select(candidate => candidate.Selected)],
            Brief = [.. chosen.Skip(top).Select(candidate => candidate.Article)],
            Verdicts = [.. judged.Select(candidate => candidate.Verdict)],
            Position = PositionAfter(library, position, chosen.Count > 0),
            Serial = serial,
            Editions = chosen.Count == 0 ? null : (chosen[^1].Edition, chosen[0].Edition),
        };
    }

    /// <summary>
    /// As far as the articles at hand reach, not as far as editions were recorded: another instance may have recorded one
    /// whose text is not here yet, and it must not be passed over.
    /// </summary>
    internal static long? PositionAfter(LibrarySnapshot library, long? position, bool posted)
    {
        if (position is null && !posted)
            return null;

        var newest = library.Articles.Select(article => Judged.EditionOf(article, library)?.Number ?? 0).DefaultIfEmpty().Max();
        return Math.Max(position ?? 0, newest);
    }
}

/// <summary>An article of a post and what of it is shown.</summary>
/// <param name="Article">The article.</param>
/// <param name="Units">The indices of its shown <see cref="Article.Units"/>, rising.</param>
/// <param name="IsUpdate">The subscription had an earlier edition: only what it lacked is shown.</param>
/// <param name="SerialOf">In a serial, how many units the article has.</param>
public sealed record SelectedArticle(Article Article, IReadOnlyList<int> Units, bool IsUpdate, int? SerialOf = null)
{
    /// <summary>The edition that the subscription had; null where it had none.</summary>
    public Edition? Since { get; init; }
}

/// <summary>Why an article is in a post or not.</summary>
/// <param name="Article">The article.</param>
/// <param name="Reason">Why.</param>
/// <param name="Word">The word that shut it out, for <see cref="SelectionReason.FilteredByWord"/>.</param>
public sealed record Verdict(Article Article, SelectionReason Reason, string? Word = null);
