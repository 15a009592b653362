namespace DigestBot.Delivery;

public sealed class SectionFilterTests
{
    [Theory]
    [InlineData("Kerja Sama Ekonomi", "ekonomi")]
    [InlineData("Kerjasama Ekonomi", "kerja sama")]
    [InlineData("Kerja Sama Ekonomi", "kerjasama")]
    [InlineData("Café Literasi", "cafe literasi")]
    [InlineData("Doa Jum’at", "jumat")]
    [InlineData("Perekonomian", "ekonomi")]
    public void A_part_of_a_heading_is_found_however_it_is_spelled(string heading, string part) => Assert.True(SectionFilter.IsIn(heading, part));

    [Theory]
    [InlineData("Kerja Sinar", "asi")]
    [InlineData("Ekonomi", "kerja sama")]
    [InlineData("", "ekonomi")]
    [InlineData("Ekonomi", "?!")]
    public void What_is_not_in_it_is_not(string heading, string part) => Assert.False(SectionFilter.IsIn(heading, part));
}
