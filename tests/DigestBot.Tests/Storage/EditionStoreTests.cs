using DigestBot.Articles;
using DigestBot.Storage.Support;

namespace DigestBot.Storage;

public sealed class SqliteEditionStoreTests() : EditionStoreTests(StorageProvider.Sqlite);

public sealed class PostgreSqlEditionStoreTests() : EditionStoreTests(StorageProvider.PostgreSql);

public abstract class EditionStoreTests : StoreTests
{

    [Fact]
    public async Task An_edition_knows_which_sentences_it_had()
    {
        await Editions.RecordAsync([Text("a/satu", "Satu.") with { Sections = [SectionOf("Harga", "Naik.")] }], Now, Cancellation);

        var edition = Assert.Single(await Editions.ListAsync(Cancellation));
        Assert.True(edition.HasSentence("Satu.") && edition.HasSentence("Naik."));
        Assert.False(edition.HasSentence("Turun."));
        Assert.Equal(2, edition.SectionHashes.Count);
    }

    [Fact]
    public async Task An_edition_of_an_older_version_has_its_sections_and_no_sentences()
    {
        var article = Text("a/satu", "Satu.") with { Sections = [SectionOf("1. Harga", "Naik.")] };
        var old = new { article.Hash, Sections = string.Join(' ', article.Units.Select(unit => unit.Hash)) };
        await Database.WriteAsync(
            session => session.ExecuteAsync("INSERT INTO editions (number, article, hash, sections, seen_at) VALUES (1, 'a/satu', @Hash, @Sections, 0)", old),
            "editions", Cancellation);

        Assert.Empty(await Editions.RecordAsync([article], Now, Cancellation));
        var edition = Assert.Single(await Editions.ListAsync(Cancellation));
        Assert.All(article.Units, unit => Assert.True(edition.HasSection(unit)));
        Assert.False(edition.KnowsSentences);
    }

    private protected EditionStoreTests(StorageProvider provider)
        : base(provider)
    {
    }

    private EditionStore Editions => field ??= new(Database);

    [Fact]
    public async Task Articles_seen_for_the_first_time_are_numbered_in_the_order_given()
    {
        var added = await Editions.RecordAsync([Text("b/dua", "Dua."), Text("a/satu", "Satu.")], Now, Cancellation);

        Assert.Equal([(1, "b/dua"), (2, "a/satu")], added.Select(edition => (edition.Number, edition.Article.Value)));
        Assert.Equal(added.Select(Shown), (await Editions.ListAsync(Cancellation)).Select(Shown));
    }

    [Fact]
    public async Task An_article_that_did_not_change_is_no_new_edition()
    {
        await Editions.RecordAsync([Text("a/satu", "Satu.")], Now, Cancellation);

        Assert.Empty(await Editions.RecordAsync([Text("a/satu", "Satu.")], Now.AddDays(1), Cancellation));
    }

    [Fact]
    public async Task A_changed_article_is_a_new_edition_and_so_is_one_changed_back()
    {
        foreach (var text in (string[])["Satu.", "Dua.", "Satu."])
            await Editions.RecordAsync([Text("a/satu", text)], Now, Cancellation);

        var editions = await Editions.ListAsync(Cancellation);
        Assert.Equal([1, 2, 3], editions.Select(edition => edition.Number));
        Assert.Equal(editions[0].Hash, editions[2].Hash);
        Assert.NotEqual(editions[0].SectionHashes, editions[1].SectionHashes);
    }

    [Fact]
    public async Task An_edition_knows_the_hashes_of_its_sections_and_when_it_was_seen()
    {
        var article = Text("a/satu", "Satu.") with { Sections = [SectionOf("Harga", "Naik."), SectionOf("Panen", "Baik.")] };
        await Editions.RecordAsync([article], Now, Cancellation);

        var edition = Assert.Single(await Editions.ListAsync(Cancellation));
        Assert.Equal(article.Units.Select(unit => unit.Hash), edition.SectionHashes);
        Assert.Equal(3, edition.SectionHashes.Count);
        Assert.Equal(Now, edition.SeenAt);
    }

    [Fact]
    public async Task Two_instances_that_see_a_change_at_once_record_it_once()
    {
        Article[] articles = [.. Enumerable.Range(0, 20).Select(n => Text($"a/{n}", $"Teks {n}."))];
        var other = OpenAgain();
        await other.MigrateAsync(Cancellation);
        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(
            () => new EditionStore(n % 2 == 0 ? Database : other).RecordAsync(articles, Now, Cancellation))));

        Assert.Equal(20, both.Sum(added => added.Count));
        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n), (await Editions.ListAsync(Cancellation)).Select(edition => edition.Number));
    }

    [Fact]
    public async Task Pruning_leaves_what_subscriptions_are_compared_with_and_the_numbers_go_on()
    {
        foreach (var n in Enumerable.Range(1, 8))
            await Editions.RecordAsync([Text("a/satu", $"Teks {n}.")], Now.AddMinutes(n), Cancellation);
        await SubscribeAsync(Ani, position: 4);
        await SubscribeAsync(Budi, position: null);

        Assert.Equal(5, await Editions.PruneAsync(Now.AddDays(1), Cancellation));
        Assert.Equal(0, await Editions.PruneAsync(Now.AddDays(1), Cancellation));

        await Editions.RecordAsync([Text("a/satu", "Teks baru.")], Now.AddDays(2), Cancellation);
        Assert.Equal([1, 4, 8, 9], (await Editions.ListAsync(Cancellation)).Select(edition => edition.Number));
    }

    [Fact]
    public async Task More_editions_than_go_at_once_are_pruned()
    {
        foreach (var n in Enumerable.Range(1, 3))
            await Editions.RecordAsync([.. Enumerable.Range(0, 1_100).Select(article => Text($"a/{article}", $"Teks {n}."))], Now, Cancellation);

        Assert.Equal(1_100, await Editions.PruneAsync(Now.AddDays(1), Cancellation));
        Assert.Equal(2_200, (await Editions.ListAsync(Cancellation)).Count);
    }

    private static Article Text(string id, string text) => new()
    {
        Id = new ArticleId(id),
        Path = id + ".txt",
        Title = id,
        Topic = id[..1],
        Language = "id",
        Lead = SectionOf("", text),
        Sections = [],
    };

    private static Section SectionOf(string heading, string text) => new(heading, 1, [new Paragraph(text, [text])]);

    private static string Shown(Edition edition) =>
        $"{edition.Number} {edition.Article} {edition.Hash} {string.Join(',', edition.SectionHashes)} {edition.SeenAt:O}";
}
