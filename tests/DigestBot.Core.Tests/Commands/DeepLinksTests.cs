namespace DigestBot.Commands;

public sealed class DeepLinksTests
{
    [Theory]
    [InlineData("articles", "articles")]
    [InlineData("articles 2", "articles-2")]
    [InlineData("articles 1f0c2a9b 2", "articles-1f0c2a9b-2")]
    [InlineData("articles 12345678 12-40", "articles-12345678-12-40")]
    [InlineData("articles all 12-40 2", "articles-all-12-40-2")]
    [InlineData("digest", "digest")]
    [InlineData("digest 1f0c2a9b", "digest-1f0c2a9b")]
    [InlineData("section 1f0c2a9b 4", "section-1f0c2a9b-4")]
    [InlineData("section 1f0c2a9b 4 full", "section-1f0c2a9b-4-full")]
    [InlineData("sections 1f0c2a9b 1", "sections-1f0c2a9b-1")]
    public void A_line_that_only_reads_comes_out_of_its_link_as_it_went_in(string line, string parameter)
    {
        Assert.Equal(parameter, DeepLinks.TryWrite(line));
        Assert.Equal(CommandLine.Parse(line), CommandLine.Parse($"start {parameter}"));
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("subscribe 1f0c2a9b")]
    [InlineData("rate 1f0c2a9b up")]
    [InlineData("start section 1f0c2a9b")]
    [InlineData("digest kopi-gayo")]
    [InlineData("digest kopi_gayo")]
    [InlineData("digest café")]
    [InlineData("digest kopi\n")]
    [InlineData("digest 1234567890123456789012345678901234567890123456789012345678")]
    public void What_changes_something_or_would_come_out_otherwise_has_none(string line) => Assert.Null(DeepLinks.TryWrite(line));
}
