namespace DigestBot.Articles;

public sealed class ArticleFinderTests
{
    private static readonly Article[] Articles =
    [
        TestArticles.Article("geopolitik/pyongyang", "Pertemuan Putin dan Kim"),
        TestArticles.Article("sains/gerhana", "Gerhana Matahari Total"),
        TestArticles.Article("sains/gerhana-bulan", "Gerhana Bulan"),
        TestArticles.Article("budaya/kopi", "Kopi Gayo"),
    ];

    [Theory]
    [InlineData("1", "geopolitik/pyongyang")]
    [InlineData("4", "budaya/kopi")]
    [InlineData("sains/gerhana", "sains/gerhana")]
    [InlineData("Kopi Gayo", "budaya/kopi")]
    [InlineData("kopigayo", "budaya/kopi")]
    [InlineData("PYONGYANG", "geopolitik/pyongyang")]
    [InlineData("gerhana", "sains/gerhana")]
    [InlineData("putin", "geopolitik/pyongyang")]
    [InlineData("gerhana matahri", "sains/gerhana")]
    [InlineData("pyongyeng", "geopolitik/pyongyang")]
    public void One_article_is_found(string wanted, string id) =>
        Assert.Equal([id], ArticleFinder.Find(Articles, wanted).Select(article => article.Id.Value));

    [Fact]
    public void The_key_finds_its_article() =>
        Assert.Same(Articles[3], Assert.Single(ArticleFinder.Find(Articles, Articles[3].Id.Key)));

    [Fact]
    public void Several_that_begin_alike_are_all_given_in_the_order_of_the_list() =>
        Assert.Equal(["sains/gerhana", "sains/gerhana-bulan"], ArticleFinder.Find(Articles, "gerh").Select(article => article.Id.Value));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("5")]
    [InlineData("sepak bola")]
    [InlineData("99999999999999999999")]
    public void Nothing_is_found_where_nothing_fits(string wanted) => Assert.Empty(ArticleFinder.Find(Articles, wanted));

    [Theory]
    [InlineData("2 ekonomi", "sains/gerhana", "ekonomi")]
    [InlineData("kopi gayo 3", "budaya/kopi", "3")]
    [InlineData("Pertemuan Putin dan Kim kerja sama", "geopolitik/pyongyang", "kerja sama")]
    public void A_line_is_split_into_its_article_and_the_rest(string line, string id, string rest)
    {
        var found = ArticleFinder.FindAtStart(Articles, line);

        Assert.Equal((id, rest), (found?.Article.Id.Value, found?.Remainder));
    }

    [Theory]
    [InlineData("kopi")]
    [InlineData("")]
    [InlineData("gerh 2")]
    [InlineData("sepak bola 2")]
    public void A_line_that_begins_with_no_single_article_is_not_split(string line) => Assert.Null(ArticleFinder.FindAtStart(Articles, line));
}
