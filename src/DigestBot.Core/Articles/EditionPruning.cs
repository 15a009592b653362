namespace DigestBot.Articles;

/// <summary>Which editions nothing is told from any more.</summary>
public static class EditionPruning
{
    /// <summary>
    /// The numbers of editions that are neither the first nor the newest of their article, nor the newest that somebody at one of
    /// the places has seen, and were followed before a moment: until then an instance that has not read the next one may still
    /// bring a subscription to a place before that.
    /// </summary>
    /// <param name="editions">The oldest of each article first.</param>
    /// <param name="places">Where subscriptions stand in the row of editions, rising.</param>
    /// <param name="followedBefore">The moment.</param>
    public static IReadOnlyList<long> Unneeded(
        IEnumerable<(string Article, long Number, DateTimeOffset SeenAt)> editions, IReadOnlyList<long> places, DateTimeOffset followedBefore)
    {
        var sorted = places as long[] ?? [.. places];
        return
        [
            .. from article in editions.GroupBy(edition => edition.Article, StringComparer.Ordinal)
               from pair in article.Zip(article.Skip(1)).Skip(1)
               where pair.Second.SeenAt < followedBefore && !IsAnyWithin(sorted, pair.First.Number, pair.Second.Number)
               select pair.First.Number,
        ];
    }

    private static bool IsAnyWithin(long[] places, long from, long before)
    {
        var index = Array.BinarySearch(places, from);
        return index >= 0 || ~index < places.Length && places[~index] < before;
    }
}
