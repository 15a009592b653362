using DigestBot.Articles;
using DigestBot.Articles.Search;

namespace DigestBot.Storage.Search;

/// <summary>The words of sections in the database; one class a provider says how they are stored and found.</summary>
internal abstract class SectionIndex(Database database) : ISectionIndex
{
    /// <summary>Articles a transaction: a writer that waits behind one waits a fraction of a second.</summary>
    private const int AtOnce = 50;

    private const string Held = "SELECT article, hash FROM indexed_articles";

    public async Task FillAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        var held = (await database.ReadAsync(session => session.QueryAsync<HeldArticle>(Held), cancellationToken))
            .ToDictionary(row => row.Article, row => row.Hash);
        var wanted = articles.Select(article => article.Id.Value).ToHashSet(StringComparer.Ordinal);
        var gone = held.Keys.Where(article => !wanted.Contains(article));
        var changed = articles.Where(article => held.GetValueOrDefault(article.Id.Value) != KeyOf(article));
        foreach (var some in gone.Chunk(AtOnce))
            await WriteAsync(some, [], cancellationToken);
        foreach (var some in changed.Chunk(AtOnce))
            await WriteAsync([.. some.Select(article => article.Id.Value)], some, cancellationToken);
    }

    public async Task<IReadOnlyList<IndexedPlace>> FindAsync(SearchQuery query, bool all, int most, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(session => session.QueryAsync<PlaceRow>(Find, ValuesOf(query, all, most)), cancellationToken);
        return [.. rows.Select(row => new IndexedPlace(new ArticleId(row.Article), row.Unit, row.Hash))];
    }

    /// <summary>Selects article, unit and hash; takes what <see cref="ValuesOf"/> gives.</summary>
    protected abstract string Find { get; }

    protected abstract object ValuesOf(SearchQuery query, bool all, int most);

    /// <summary>Deletes what is held of the articles in <c>@Rows</c>, in this order.</summary>
    protected abstract IReadOnlyList<string> Remove { get; }

    protected abstract Task AddAsync(Session session, IReadOnlyList<IndexedSection> sections);

    /// <summary>Another instance may do the same at the same time: what is written is deleted first, in one transaction.</summary>
    private Task<bool> WriteAsync(string[] removed, Article[] added, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            var keys = new { Rows = Rows.Of(removed, (writer, article) => writer.WriteText(article)) };
            foreach (var statement in Remove)
                await session.ExecuteAsync(statement, keys);
            if (added.Length == 0)
                return true;

            var articles = Rows.Of(added, (writer, article) =>
            {
                writer.WriteText(article.Id.Value);
                writer.WriteText(KeyOf(article));
            });
            await session.ExecuteAsync(
                $"INSERT INTO indexed_articles (article, hash) SELECT value ->> 0, value ->> 1 FROM {database.RowsTable}", new { Rows = articles });
            await AddAsync(session, [.. added.SelectMany(IndexedSection.Of)]);
            return true;
        },
        "search",
        cancellationToken);

    /// <summary>What the index holds of an article beside its text: its topic and tags are found too.</summary>
    private static string KeyOf(Article article) => Fingerprint.Of([article.Hash, article.Topic, .. article.Tags]);

    private sealed record HeldArticle
    {
        public string Article { get; init; } = "";
        public string Hash { get; init; } = "";
    }

    private sealed record PlaceRow
    {
        public string Article { get; init; } = "";
        public int Unit { get; init; }
        public string Hash { get; init; } = "";
    }
}
