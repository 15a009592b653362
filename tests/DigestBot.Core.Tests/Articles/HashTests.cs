namespace DigestBot.Articles;

/// <summary>The fingerprints of articles and sections.</summary>
public sealed class HashTests
{
    [Fact]
    public void A_changed_copy_has_a_fingerprint_of_its_own_whether_or_not_the_first_was_asked_for_its()
    {
        var article = TestArticles.Article("sains/merapi", "Merapi", "Letak", "Letusan");
        var section = article.Sections[0];
        var (articleHash, sectionHash) = (article.Hash, section.Hash);

        Assert.NotEqual(articleHash, (article with { Title = "Semeru" }).Hash);
        Assert.NotEqual(articleHash, (article with { Sections = [section] }).Hash);
        Assert.NotEqual(sectionHash, (section with { Heading = "Tempat" }).Hash);
        Assert.NotEqual(sectionHash, (section with { Paragraphs = [] }).Hash);
        Assert.Equal((articleHash, sectionHash), ((article with { Title = article.Title }).Hash, (section with { Level = 3 }).Hash));
    }

    [Fact]
    public void Being_asked_for_its_fingerprint_makes_an_article_no_other()
    {
        var (article, section) = (TestArticles.Article("sains/merapi", "Merapi", "Letak"), new Section("Letak", 1, []));
        var (copy, same) = (article with { }, section with { });
        _ = (copy.Hash, same.Hash);

        Assert.Equal((article, section), (copy, same));
        Assert.Equal((article.GetHashCode(), section.GetHashCode()), (copy.GetHashCode(), same.GetHashCode()));
    }

    [Theory]
    [InlineData("1. Memilih Benih", "2. Memilih Benih")]
    [InlineData("2.1 Memilih Benih", "3.1 Memilih Benih")]
    [InlineData("II. Memilih Benih", "Memilih Benih")]
    public void The_number_of_a_heading_is_no_part_of_what_tells_whether_a_section_changed(string heading, string other)
    {
        var (section, renumbered) = (TestArticles.Section(heading, "Isi."), TestArticles.Section(other, "Isi."));

        Assert.Equal(section.UnnumberedHash, renumbered.UnnumberedHash);
        Assert.NotEqual(section.Hash, renumbered.Hash);
        Assert.NotEqual(section.UnnumberedHash, TestArticles.Section(heading, "Isi lain.").UnnumberedHash);
    }
}
