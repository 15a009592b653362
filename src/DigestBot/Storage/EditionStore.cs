using DigestBot.Articles;

namespace DigestBot.Storage;

/// <summary>Editions in the database. Recording is one at a time over all instances: numbers rise by one, without gaps.</summary>
internal sealed class EditionStore(Database database) : IEditionStore
{
    private const string List = "SELECT number, article, hash, sections, seen_at FROM editions ORDER BY number";

    private const string Newest = """
        SELECT e.number, e.article, e.hash FROM editions e
        JOIN (SELECT article, max(number) AS number FROM editions GROUP BY article) newest ON newest.number = e.number
        """;

    private const string Insert = """
        INSERT INTO editions (number, article, hash, sections, seen_at) VALUES (@Number, @Article, @Hash, @Sections, @SeenAt)
        """;

    public async Task<IReadOnlyList<Edition>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(session => session.QueryAsync<Row>(List), cancellationToken);
        return [.. rows.Select(row => row.ToEdition())];
    }

    public Task<IReadOnlyList<Edition>> RecordAsync(IReadOnlyList<Article> articles, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(session => RecordAsync(session, articles, now), "editions", cancellationToken);

    private static async Task<IReadOnlyList<Edition>> RecordAsync(Session session, IReadOnlyList<Article> articles, DateTimeOffset now)
    {
        var newest = (await session.QueryAsync<Row>(Newest)).ToDictionary(row => row.Article);
        var last = newest.Values.Select(row => row.Number).DefaultIfEmpty().Max();
        var added = new List<Edition>();
        foreach (var article in articles)
        {
            if (newest.TryGetValue(article.Id.Value, out var known) && known.Hash == article.Hash)
                continue;

            var row = Row.Of(article, ++last, now);
            await session.ExecuteAsync(Insert, row);
            newest[row.Article] = row;
            added.Add(row.ToEdition());
        }

        return added;
    }

    private sealed record Row
    {
        public long Number { get; init; }
        public string Article { get; init; } = "";
        public string Hash { get; init; } = "";

        /// <summary>Hashes with a blank between.</summary>
        public string Sections { get; init; } = "";

        public long SeenAt { get; init; }

        public static Row Of(Article article, long number, DateTimeOffset now) => new()
        {
            Number = number,
            Article = article.Id.Value,
            Hash = article.Hash,
            Sections = string.Join(' ', article.Units.Select(unit => unit.Hash)),
            SeenAt = now.ToUnixTimeMilliseconds(),
        };

        public Edition ToEdition() => new(
            Number,
            new ArticleId(Article),
            Hash,
            Sections.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            DateTimeOffset.FromUnixTimeMilliseconds(SeenAt));
    }
}
