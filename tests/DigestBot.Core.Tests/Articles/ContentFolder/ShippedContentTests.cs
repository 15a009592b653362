using System.Text;

namespace DigestBot.Articles.ContentFolder;

/// <summary>The articles that come with the bot are read as their writers meant them.</summary>
public sealed class ShippedContentTests
{
    private static readonly string Folder = FolderAbove(AppContext.BaseDirectory);

    private static readonly SourceReading Shipped = new ContentReader(new ArticlesOptions()).ReadFolder(Folder, CancellationToken.None);

    [Fact]
    public void Every_article_is_read_in_its_language_and_in_five_to_fifteen_sections()
    {
        Assert.Empty(Shipped.Problems);
        Assert.True(Shipped.Articles.Count >= 8);
        Assert.All(Shipped.Articles, article =>
        {
            Assert.InRange(article.Sections.Count, 5, 15);
            Assert.Contains(article.Language, (string[])["id", "en"]);
            Assert.False(article.Lead.IsEmpty);
            Assert.All(article.Sections, section => Assert.NotEmpty(section.Paragraphs));
        });
    }

    [Fact]
    public void The_article_in_the_plainest_form_has_a_lead_and_one_paragraph_to_each_heading()
    {
        var article = Plainest();

        Assert.False(article.HasOwnTitle);
        Assert.All(article.Units, unit => Assert.Single(unit.Paragraphs));
        Assert.Equal(
            File.ReadAllLines(Path.Combine(Folder, article.Path)).Where((_, index) => index % 2 == 1),
            article.Sections.Select(section => section.Heading));
    }

    [Theory]
    [InlineData(60, "\n")]
    [InlineData(72, "\n")]
    [InlineData(72, "\n\n")]
    [InlineData(95, "\n\n")]
    [InlineData(int.MaxValue, "\n\n")]
    [InlineData(int.MaxValue, "\r\n")]
    public void The_same_text_broken_at_a_margin_or_parted_by_blank_lines_reads_the_same(int margin, string between)
    {
        var article = Plainest();
        var lines = article.Units.SelectMany(unit => unit.Paragraphs.Select(paragraph => paragraph.Text).Prepend(unit.Heading)).Where(line => line.Length > 0);
        using var folder = new TemporaryFolder();
        folder.Write(article.Path, string.Join(between, lines.Select(line => Wrapped(line, margin))));

        var again = Assert.Single(new ContentReader(new ArticlesOptions()).ReadFolder(folder.Path, CancellationToken.None).Articles);

        Assert.Equal(article.Hash, again.Hash);
    }

    private static Article Plainest() => Shipped.Articles.Single(article => article.Path.EndsWith(".txt", StringComparison.Ordinal) && !article.HasOwnTitle);

    private static string Wrapped(string text, int margin)
    {
        var wrapped = new StringBuilder();
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > margin)
            {
                wrapped.Append('\n');
                column = 0;
            }

            if (column > 0)
                wrapped.Append(' ');
            wrapped.Append(word);
            column += word.Length + 1;
        }

        return wrapped.ToString();
    }

    private static string FolderAbove(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DigestBot.sln")))
                return Path.Combine(folder.FullName, "content");
        }

        throw new DirectoryNotFoundException("the tests do not run from a checkout");
    }
}
