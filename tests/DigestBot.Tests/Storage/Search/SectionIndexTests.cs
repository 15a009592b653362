using CsCheck;
using DigestBot.Articles;
using DigestBot.Articles.Search;
using DigestBot.Storage.Support;

namespace DigestBot.Storage.Search;

public sealed class SqliteSectionIndexTests() : SectionIndexTests(StorageProvider.Sqlite);

public sealed class PostgreSqlSectionIndexTests() : SectionIndexTests(StorageProvider.PostgreSql);

public abstract class SectionIndexTests : StoreTests
{
    private static readonly Article Coffee = Text("minuman/kopi", "Kopi Gayo", ["Aceh", "kebun"], ("Asal-usul", "Kopi ditanam di dataran tinggi."), ("Panen", "Buah merah dipetik tangan."));
    private static readonly Article Reef = Text("laut/karang", "Segitiga Karang", [], ("Pemutihan", "Suhu laut memutihkan karang."), ("Ekonominya", "Nelayan hidup dari karang; panen ikan berkurang."));
    private static readonly Article Cafe = Text("minuman/cafe", "The café", [], ("History", "A café opened in 1686 in Paris."));

    private protected SectionIndexTests(StorageProvider provider)
        : base(provider)
    {
    }

    private ISectionIndex Index => field ??= Database is Sqlite.SqliteDatabase ? new SqliteSectionIndex(Database) : new PostgreSqlSectionIndex(Database);

    [Theory]
    [InlineData("pemutihan", "laut/karang 0")]
    [InlineData("ekonomi", "laut/karang 1")]
    [InlineData("PANEN", "minuman/kopi 1|laut/karang 1")]
    [InlineData("karang suhu", "laut/karang 0")]
    [InlineData("kopi panen", "minuman/kopi 1")]
    [InlineData("aceh", "minuman/kopi -1")]
    [InlineData("minuman", "minuman/cafe -1|minuman/kopi -1")]
    [InlineData("cafe 1686", "minuman/cafe 0")]
    [InlineData("CAFÉ paris", "minuman/cafe 0")]
    [InlineData("ikan \"karang\"", "laut/karang 1")]
    [InlineData("stroberi", "")]
    [InlineData("kopi stroberi", "")]
    public async Task Words_find_the_places_that_have_them_all_headings_before_text(string typed, string places)
    {
        await FillAsync(Coffee, Reef, Cafe);

        Assert.Equal(places, await FindAsync(typed, all: true));
    }

    [Fact]
    public async Task A_title_finds_its_article_and_not_each_of_its_sections()
    {
        await FillAsync(Coffee, Reef, Cafe);

        Assert.Equal("laut/karang -1", await FindAsync("segitiga", all: true));
    }

    [Fact]
    public async Task Any_of_the_words_finds_more_and_more_words_stand_first()
    {
        await FillAsync(Coffee, Reef, Cafe);

        var places = await FindAsync("pemutihan suhu dipetik", all: false);

        Assert.Equal("laut/karang 0|minuman/kopi 1", places);
    }

    [Fact]
    public async Task No_more_come_than_are_asked_for()
    {
        await FillAsync(Text("a/panjang", "Panjang", [], [.. Enumerable.Range(1, 30).Select(number => ($"Bab {number}", "Isi."))]));

        Assert.Equal(7, (await Index.FindAsync(SearchQuery.Parse("bab"), all: true, 7, Cancellation)).Count);
    }

    [Fact]
    public async Task Filling_again_takes_up_what_changed_and_forgets_what_is_gone()
    {
        await FillAsync(Coffee, Reef);
        await FillAsync(Coffee, Reef);
        Assert.Equal("laut/karang 0", await FindAsync("pemutihan", all: true));

        await FillAsync(Text("laut/karang", "Segitiga Karang", [], ("Pemulihan", "Karang tumbuh lagi.")));

        Assert.Equal("", await FindAsync("pemutihan", all: true));
        Assert.Equal("laut/karang 0", await FindAsync("pemulihan", all: true));
        Assert.Equal("", await FindAsync("kopi", all: false));
    }

    [Fact]
    public async Task New_tags_are_found_though_the_text_is_the_same()
    {
        await FillAsync(Coffee);
        await FillAsync(Coffee with { Tags = ["arabika"] });

        Assert.Equal("minuman/kopi -1", await FindAsync("arabika", all: true));
        Assert.Equal("", await FindAsync("aceh", all: true));
    }

    [Fact]
    public async Task Instances_that_fill_at_the_same_time_do_not_fill_twice()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FillAsync(Coffee, Reef, Cafe)));

        Assert.Equal("laut/karang 0", await FindAsync("pemutihan", all: true));
    }

    [Fact]
    public async Task A_very_long_section_is_found_by_its_beginning()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60_000).Select(number => $"kata{number}é"));
        await FillAsync(Text("a/buku", "Buku", [], ("Bab", "pembuka " + words)));

        Assert.Equal("a/buku 0", await FindAsync("pembuka", all: true));
        Assert.Equal("", await FindAsync("kata59999e", all: true));
    }

    [Fact]
    public async Task Whatever_is_typed_is_looked_for_and_nothing_else_happens()
    {
        await FillAsync(Coffee, Reef, Cafe, Text("a/aneh", "अनुच्छेद 北京", [], ("1e5 0x1f 3.14", "ก็ x͎ ﷺ 😀")));

        await Gen.OneOf(
            Gen.String, Gen.String["kopi \"'*:()^-+|&!<>~AND OR NOT NEAR{}[]\\/%_;\0é\u0301😀\ud800अ北ก็1e50x"]).SampleAsync(
            async typed =>
            {
                if (SearchQuery.Parse(typed) is not { Words.Count: > 0 } query)
                    return;

                foreach (var all in (bool[])[true, false])
                    Assert.InRange((await Index.FindAsync(query, all, 50, Cancellation)).Count, 0, 11);
            },
            iter: 300,
            threads: 1);
    }

    private Task FillAsync(params Article[] articles) => Index.FillAsync(articles, Cancellation);

    private async Task<string> FindAsync(string typed, bool all)
    {
        var places = await Index.FindAsync(SearchQuery.Parse(typed), all, 50, Cancellation);
        return string.Join('|', places.Select(place => $"{place.Article.Value} {place.Unit}"));
    }

    private static Article Text(string id, string title, IReadOnlyList<string> tags, params IReadOnlyList<(string Heading, string Text)> sections) => new()
    {
        Id = new ArticleId(id),
        Path = id + ".md",
        Title = title,
        Topic = id.Split('/')[0],
        Language = "id",
        Tags = tags,
        Lead = Section.NoLead,
        Sections = [.. sections.Select(section => new Section(section.Heading, 1, [Paragraph.Of(section.Text)]))],
    };
}
