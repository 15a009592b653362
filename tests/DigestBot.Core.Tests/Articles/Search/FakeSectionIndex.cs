namespace DigestBot.Articles.Search;

/// <summary>Looks through every section for every question; headings go before text.</summary>
internal sealed class FakeSectionIndex : ISectionIndex
{
    private IReadOnlyList<Article> _articles = [];

    public Exception? Failure { get; set; }

    public int Fillings { get; private set; }

    public Task FillAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        if (Failure is not null)
            return Task.FromException(Failure);

        _articles = [.. articles];
        Fillings++;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<IndexedPlace>> FindAsync(SearchQuery query, bool all, int most, CancellationToken cancellationToken)
    {
        var least = all ? query.Words.Count : 1;
        var found =
            from article in _articles
            from place in PlacesOf(article)
            let inHeading = query.CountIn(place.Heading)
            where query.CountIn($"{place.Heading} {place.Text}") is var own && own > 0
                && query.CountIn($"{place.Context} {place.Heading} {place.Text}") >= least
            orderby inHeading descending
            select new IndexedPlace(article.Id, place.Unit, place.Hash);
        return Task.FromResult<IReadOnlyList<IndexedPlace>>([.. found.Take(most)]);
    }

    private static IEnumerable<(int Unit, string Hash, string Context, string Heading, string Text)> PlacesOf(Article article) =>
        article.Units.Select((unit, index) => (index, unit.Hash, article.Title, unit.Heading, string.Join(' ', unit.Sentences)))
            .Prepend((-1, article.Hash, "", $"{article.Title} {article.Topic}", ""));
}
