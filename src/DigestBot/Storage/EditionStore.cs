using System.Globalization;
using DigestBot.Articles;

namespace DigestBot.Storage;

/// <summary>Editions in the database. Recording is one at a time over all instances: numbers rise by one; pruning leaves gaps.</summary>
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

    private const string Numbers = "SELECT number, article, seen_at FROM editions ORDER BY article, number";

    /// <summary>Reads all subscriptions, a million in a second or two: once a night.</summary>
    private const string Places = "SELECT DISTINCT position FROM subscriptions WHERE position IS NOT NULL ORDER BY position";

    private const int MostAtOnce = 1_000;

    private readonly string _delete =
        $"DELETE FROM editions WHERE number IN (SELECT CAST(value ->> 0 AS bigint) FROM {database.RowsTable})";

    public async Task<IReadOnlyList<Edition>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(session => session.QueryAsync<Row>(List), cancellationToken);
        return [.. rows.Select(row => row.ToEdition())];
    }

    public Task<IReadOnlyList<Edition>> RecordAsync(IReadOnlyList<Article> articles, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(session => RecordAsync(session, articles, now), "editions", cancellationToken);

    public async Task<int> PruneAsync(DateTimeOffset followedBefore, CancellationToken cancellationToken)
    {
        // Places first: one that moves meanwhile moves past what is read here.
        var places = await database.ReadAsync(session => session.QueryAsync<long>(Places), cancellationToken);
        var rows = await database.ReadAsync(session => session.QueryAsync<Row>(Numbers), cancellationToken);
        var unneeded = EditionPruning.Unneeded(
            rows.Select(row => (row.Article, row.Number, DateTimeOffset.FromUnixTimeMilliseconds(row.SeenAt))), [.. places], followedBefore);
        foreach (var numbers in unneeded.Chunk(MostAtOnce))
            await database.WriteAsync(session => session.ExecuteAsync(_delete, new { Rows = Rows.Of(numbers) }), cancellationToken);
        return unneeded.Count;
    }

    private static async Task<IReadOnlyList<Edition>> RecordAsync(Session session, IReadOnlyList<Article> articles, DateTimeOffset now)
    {
        var newest = (await session.QueryAsync<Row>(Newest)).ToDictionary(row => row.Article);
        var last = newest.Values.Select(row => row.Number).DefaultIfEmpty().Max();
        var added = new List<Edition>();
        foreach (var article in articles)
        {
            if (newest.TryGetValue(article.Id.Value, out var known) && known.Hash == article.Hash)
                continue;

            var row = Row.Of(Edition.Of(++last, article, now));
            await session.ExecuteAsync(Insert, row);
            newest[row.Article] = row;
            added.Add(row.ToEdition());
        }

        return added;
    }

    private sealed record Row
    {
        private const string Sentences = " :";
        private const int HexDigits = 8;

        public long Number { get; init; }
        public string Article { get; init; } = "";
        public string Hash { get; init; } = "";

        /// <summary>
        /// Hashes of sections with a blank between; then, where they are recorded, a colon and the sentences in eight hex digits
        /// each. Editions of older versions end before the colon.
        /// </summary>
        public string Sections { get; init; } = "";

        public long SeenAt { get; init; }

        public static Row Of(Edition edition) => new()
        {
            Number = edition.Number,
            Article = edition.Article.Value,
            Hash = edition.Hash,
            Sections = string.Join(' ', edition.SectionHashes) + (edition.KnowsSentences ? Sentences + string.Concat(edition.SentenceHashes.Select(Hex)) : ""),
            SeenAt = edition.SeenAt.ToUnixTimeMilliseconds(),
        };

        public Edition ToEdition()
        {
            var end = Sections.IndexOf(Sentences, StringComparison.Ordinal);
            var (sections, sentences) = end < 0 ? (Sections, "") : (Sections[..end], Sections[(end + Sentences.Length)..]);
            return new Edition(
                Number,
                new ArticleId(Article),
                Hash,
                sections.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                DateTimeOffset.FromUnixTimeMilliseconds(SeenAt))
            {
                SentenceHashes = [.. sentences.Chunk(HexDigits).Select(hash => uint.Parse(hash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))],
            };
        }

        private static string Hex(uint hash) => hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
