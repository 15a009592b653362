namespace DigestBot.Articles;

public sealed class SectionFinderTests
{
    private static readonly Article Summit = TestArticles.Article(
        "geopolitik/pyongyang",
        "Pertemuan Pyongyang",
        "Latar Belakang Pertemuan",
        "Tujuan Pertemuan",
        "Kerjasama Ekonomi",
        "Reaksi Internasional",
        "Reaksi dari Amerika Serikat",
        "Peningkatan Kerja Sama Internasional",
        "Kesimpulan");

    [Theory]
    [InlineData("0", 0)]
    [InlineData("3", 3)]
    [InlineData(" 7 ", 7)]
    [InlineData("Kesimpulan", 7)]
    [InlineData("KESIMPULAN", 7)]
    [InlineData("latar", 1)]
    [InlineData("ekonomi", 3)]
    [InlineData("kerja sama", 3)]
    [InlineData("kerja-sama ekonomi", 3)]
    [InlineData("amerika", 5)]
    [InlineData("internasional kerja", -1)]
    [InlineData("kesimpuln", 7)]
    [InlineData("ekonmi", 3)]
    [InlineData("tujaun", 2)]
    [InlineData("reaksi internasonal", 4)]
    public void One_section_is_found_by_number_or_by_words(string wanted, int number)
    {
        var found = SectionFinder.Find(Summit, wanted);

        Assert.Equal(number < 0 ? [] : [number], found.Select(section => section.Number));
    }

    [Fact]
    public void A_digit_above_or_below_the_line_is_found_as_it_is_typed() =>
        Assert.Equal([2], SectionFinder.Find(TestArticles.Article("sains/udara", "Udara", "Uap Air", "Kadar CO₂"), "co2").Select(section => section.Number));

    [Fact]
    public void Several_that_begin_alike_are_all_given() =>
        Assert.Equal([4, 5], SectionFinder.Find(Summit, "reaksi").Select(section => section.Number));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("?!")]
    [InlineData("8")]
    [InlineData("-1")]
    [InlineData("sepak bola")]
    [InlineData("xyz")]
    public void Nothing_is_found_where_nothing_fits(string wanted) => Assert.Empty(SectionFinder.Find(Summit, wanted));

    [Fact]
    public void A_heading_that_is_a_number_is_found_where_no_section_has_that_number()
    {
        var article = TestArticles.Article("a", "A", "1998", "2004");

        Assert.Equal("2004", Assert.Single(SectionFinder.Find(article, "2004")).Section.Heading);
    }

    [Fact]
    public void Without_a_lead_the_numbers_begin_at_one()
    {
        var article = TestArticles.Article("a", "A", "Satu", "Dua") with { Lead = Section.NoLead };

        Assert.Equal([1, 2], SectionFinder.Numbered(article).Select(section => section.Number));
        Assert.Empty(SectionFinder.Find(article, "0"));
    }

    [Theory]
    [InlineData("24")]
    [InlineData("98")]
    [InlineData("19")]
    public void A_number_is_not_looked_for_inside_headings(string wanted) =>
        Assert.Empty(SectionFinder.Find(TestArticles.Article("a", "A", "Setelah 24 Tahun", "1998"), wanted));

    [Fact]
    public void The_lead_goes_by_the_names_that_are_given()
    {
        Assert.Equal(0, Assert.Single(SectionFinder.Find(Summit, "pembuka", ["Pembuka", "Opening"])).Number);
        Assert.Empty(SectionFinder.Find(Summit, "pembuka"));
    }
}
