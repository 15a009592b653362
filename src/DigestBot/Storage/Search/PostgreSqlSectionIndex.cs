using DigestBot.Articles.Search;

namespace DigestBot.Storage.Search;

/// <summary>PostgreSQL's full text without a language's dictionary: ranked by how often the words stand, for the text's length.</summary>
internal sealed class PostgreSqlSectionIndex(Database database) : SectionIndex(database)
{
    /// <summary>Headings are labelled A, contexts C and texts D; the weights stand in the order D, C, B, A.</summary>
    protected override string Find => """
        SELECT article, unit, hash FROM indexed_sections
        WHERE words @@ to_tsquery('simple', @Query)
        ORDER BY ts_rank(CAST('{0.15, 0.05, 0, 1}' AS real[]), words, to_tsquery('simple', @Rank), 1) DESC, article, unit LIMIT @Most
        """;

    protected override IReadOnlyList<string> Remove { get; } =
    [
        "DELETE FROM indexed_sections WHERE article IN (SELECT value ->> 0 FROM json_array_elements(CAST(@Rows AS json)))",
        "DELETE FROM indexed_articles WHERE article IN (SELECT value ->> 0 FROM json_array_elements(CAST(@Rows AS json)))",
    ];

    /// <summary>Words are quoted: within quotes a query knows no operators, and a word has no quote.</summary>
    protected override object ValuesOf(SearchQuery query, bool all, int most)
    {
        var any = $"({Joined(" | ", "AD")})";
        return new { Query = all ? $"{any} & {Joined(" & ", "")}" : any, Rank = Joined(" | ", ""), Most = most };

        string Joined(string operation, string labels) => string.Join(operation, query.Words.Select(word =>
            $"'{word}'" + ((SearchQuery.IsBeginning(word) ? "*" : "") + labels is { Length: > 0 } marks ? ":" + marks : "")));
    }

    protected override async Task AddAsync(Session session, IReadOnlyList<IndexedSection> sections)
    {
        var rows = Rows.Of(sections, (writer, section) =>
        {
            writer.WriteText(section.Article);
            writer.WriteNumberValue(section.Unit);
            writer.WriteText(section.Hash);
            writer.WriteText(section.Context);
            writer.WriteText(section.Heading);
            writer.WriteText(section.Text);
        });
        await session.ExecuteAsync(
            """
            INSERT INTO indexed_sections (article, unit, hash, words)
            SELECT value ->> 0, CAST(value ->> 1 AS integer), value ->> 2,
                setweight(to_tsvector('simple', value ->> 3), 'C') || setweight(to_tsvector('simple', value ->> 4), 'A')
                    || setweight(to_tsvector('simple', value ->> 5), 'D')
            FROM json_array_elements(CAST(@Rows AS json))
            """,
            new { Rows = rows });
    }
}
