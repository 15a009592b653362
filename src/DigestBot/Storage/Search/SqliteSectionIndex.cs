using DigestBot.Articles.Search;

namespace DigestBot.Storage.Search;

/// <summary>SQLite's FTS5: ranked by BM25.</summary>
internal sealed class SqliteSectionIndex(Database database) : SectionIndex(database)
{
    protected override string Find => """
        SELECT s.article, s.unit, s.hash FROM section_words JOIN indexed_sections s ON s.id = section_words.rowid
        WHERE section_words MATCH @Query ORDER BY bm25(section_words, 0.5, 6.0, 1.0), s.article, s.unit LIMIT @Most
        """;

    protected override IReadOnlyList<string> Remove { get; } =
    [
        """
        DELETE FROM section_words
        WHERE rowid IN (SELECT id FROM indexed_sections WHERE article IN (SELECT value ->> 0 FROM json_each(@Rows)))
        """,
        "DELETE FROM indexed_sections WHERE article IN (SELECT value ->> 0 FROM json_each(@Rows))",
        "DELETE FROM indexed_articles WHERE article IN (SELECT value ->> 0 FROM json_each(@Rows))",
    ];

    /// <summary>Words are quoted: within quotes FTS5 knows no operators, and a word has no quote.</summary>
    protected override object ValuesOf(SearchQuery query, bool all, int most)
    {
        var words = query.Words.Select(word => $"\"{word}\"{(SearchQuery.IsBeginning(word) ? "*" : "")}").ToArray();
        var any = $"{{heading text}} : ({string.Join(" OR ", words)})";
        return new { Query = all ? $"{any} AND {string.Join(" AND ", words)}" : any, Most = most };
    }

    protected override async Task AddAsync(Session session, IReadOnlyList<IndexedSection> sections)
    {
        // One writer at a time: nobody takes these ids meanwhile.
        var last = await session.FirstAsync<long?>("SELECT max(id) FROM indexed_sections") ?? 0;
        var rows = new
        {
            Rows = Rows.Of(sections.Index(), (writer, item) =>
            {
                writer.WriteNumberValue(last + 1 + item.Index);
                writer.WriteText(item.Item.Article);
                writer.WriteNumberValue(item.Item.Unit);
                writer.WriteText(item.Item.Hash);
                writer.WriteText(item.Item.Context);
                writer.WriteText(item.Item.Heading);
                writer.WriteText(item.Item.Text);
            }),
        };
        await session.ExecuteAsync(
            "INSERT INTO indexed_sections (id, article, unit, hash) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(@Rows)", rows);
        await session.ExecuteAsync(
            "INSERT INTO section_words (rowid, context, heading, text) SELECT value ->> 0, value ->> 4, value ->> 5, value ->> 6 FROM json_each(@Rows)", rows);
    }
}
