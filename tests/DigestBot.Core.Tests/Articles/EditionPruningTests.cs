using CsCheck;

namespace DigestBot.Articles;

public sealed class EditionPruningTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A few articles that were changed in some order, a few places, and how many of the newest editions are of the last day.</summary>
    private static readonly Gen<(int[] Articles, long[] Places, int Fresh)> Histories =
        Gen.Select(Gen.Int[0, 3].Array[0, 30], Gen.Long[0, 35].Array[0, 4], Gen.Int[0, 5]);

    [Fact]
    public void The_first_the_newest_and_what_somebody_has_seen_last_stay()
    {
        var editions = Enumerable.Range(1, 10).Select(number => ("a", (long)number, Start)).ToArray();

        Assert.Equal([2, 3, 4, 6, 7, 9], EditionPruning.Unneeded(editions, [5, 8], Start.AddDays(1)));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9], EditionPruning.Unneeded(editions, [], Start.AddDays(1)));
    }

    [Fact]
    public void What_was_followed_a_moment_ago_stays() =>
        Assert.Equal([2], EditionPruning.Unneeded([("a", 1, Start), ("a", 2, Start), ("a", 3, Start), ("a", 4, Start.AddDays(1))], [], Start.AddDays(1)));

    [Fact]
    public void Whoever_has_subscribed_is_shown_the_same_before_and_after() => Histories.Sample(history =>
    {
        var editions = history.Articles.Select((article, index) => EditionOf($"t/{article}", index + 1, index >= history.Articles.Length - history.Fresh)).ToArray();
        var unneeded = Unneeded(editions, history.Places);
        var kept = editions.Where(edition => !unneeded.Contains(edition.Number)).ToArray();
        var (before, after) = (new LibrarySnapshot([], [], editions), new LibrarySnapshot([], [], kept));
        // Where a subscription stands, and where an instance that has not read for a day may bring one.
        var places = history.Places.Append(editions.Length).Append(Math.Max(0, editions.Length - history.Fresh));

        return before.Position == after.Position && editions.Select(edition => edition.Article).Distinct().All(article =>
            before.EditionsOf(article).First() == after.EditionsOf(article).First()
            && before.EditionsOf(article).Last() == after.EditionsOf(article).Last()
            && places.All(place => before.SeenEdition(article, place) == after.SeenEdition(article, place)));
    });

    [Fact]
    public void However_often_an_article_changed_few_editions_of_it_stay() => Histories.Sample(history =>
    {
        var editions = history.Articles.Select((article, index) => EditionOf($"t/{article}", index + 1, isFresh: false)).ToArray();

        return editions.Length - Unneeded(editions, history.Places).Count <= editions.Select(edition => edition.Article).Distinct().Count() * (2 + history.Places.Length);
    });

    private static IReadOnlyList<long> Unneeded(Edition[] editions, long[] places) => EditionPruning.Unneeded(
        editions.Select(edition => (edition.Article.Value, edition.Number, edition.SeenAt)), [.. places.Order()], Start.AddDays(1));

    private static Edition EditionOf(string article, long number, bool isFresh) =>
        new(number, new ArticleId(article), $"{article} {number}", [], isFresh ? Start.AddDays(1) : Start);
}
