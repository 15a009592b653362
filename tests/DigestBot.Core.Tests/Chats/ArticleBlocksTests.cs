using DigestBot.Articles;
using DigestBot.Digests;
using DigestBot.Support;

namespace DigestBot.Chats;

/// <summary>What each layout makes of one article.</summary>
public sealed class ArticleBlocksTests
{
    private static readonly Digest Coffee = new FirstSentences().Digest(SmallArticles.Coffee, new DigestOptions());

    [Theory]
    [InlineData("title date digests headings link", "Kopi Gayo\n1 Okt 2026\n0. Asal-usul Kalimat 1 tentang Asal-usul.\n0. Cara Olah Kalimat 1 tentang Cara Olah.\nSumber: example.org")]
    [InlineData("title headings numbers", "Kopi Gayo\n1. Asal-usul\n2. Cara Olah")]
    [InlineData("title headings", "Kopi Gayo\n• Asal-usul\n• Cara Olah")]
    [InlineData("digests", "0.  Kalimat 1 tentang Asal-usul.\n0.  Kalimat 1 tentang Cara Olah.")]
    [InlineData("topic date title readingtime", "sains · 1 Okt 2026\nKopi Gayo\n1 menit baca")]
    [InlineData("link lead", "Sumber: example.org\n0.  Kalimat 1 tentang Kopi Gayo.")]
    [InlineData("headings lead numbers", "1. Asal-usul\n2. Cara Olah\n0.  Kalimat 1 tentang Kopi Gayo.")]
    [InlineData("date lead votes readingtime", "1 Okt 2026\n0.  Kalimat 1 tentang Kopi Gayo.\n1 menit baca")]
    public void Parts_stand_in_the_order_that_was_chosen(string layout, string text) => Assert.Equal(text, Text(Whole(Coffee), layout));

    [Fact]
    public void A_link_stands_on_the_title_that_it_follows_and_else_on_its_own_line()
    {
        var source = SmallArticles.Coffee.Source;

        Assert.Equal(new TitleBlock("Kopi Gayo", source, "sains", IsQuoted: true), Blocks("title link lead")[0]);
        Assert.Equal(new TitleBlock("Kopi Gayo", null, "sains", IsQuoted: true), Blocks("title lead link")[0]);
        Assert.Equal(source, Assert.IsType<TextBlock>(Blocks("title lead link")[^1]).Spans.Single().Link);
        Assert.DoesNotContain(Blocks("title digests"), block => block is TitleBlock { Link: not null } or TextBlock);
    }

    [Fact]
    public void Where_there_are_web_copies_a_digest_leads_to_its_own_and_elsewhere_nothing_does()
    {
        var post = new DigestPost([Whole(Coffee)], []);
        var look = Look.Default with { Web = new WebCopies(new Uri("https://digests.example.org/baca/")) };

        var link = Assert.Single(DigestMessages.ForPost(post with { Look = look }, Words.Indonesian).Blocks.OfType<TextBlock>()).Spans.Single();
        Assert.Equal(("Baca di web", $"https://digests.example.org/baca/a/{SmallArticles.Coffee.Id.Key}"), (link.Text, link.Link!.AbsoluteUri));
        Assert.Empty(DigestMessages.ForPost(post, Words.Indonesian).Blocks.OfType<TextBlock>());
        Assert.Empty(DigestMessages.ForPost(post with { Look = look with { Layout = Layout.Parse("title lead") } }, Words.Indonesian).Blocks.OfType<TextBlock>());
    }

    [Fact]
    public void An_article_of_which_a_layout_shows_nothing_is_shown_by_its_title()
    {
        var article = SmallArticles.Coffee with { Lead = Section.NoLead };
        var digest = new FirstSentences().Digest(article, new DigestOptions());

        Assert.Equal("Kopi Gayo", Text(Whole(digest), "lead"));
        Assert.Equal("Kopi Gayo\nSumber: example.org\n1 Okt 2026", Text(Whole(digest), "lead link date"));
    }

    [Theory]
    [InlineData("title digests", "Kopi Gayo\nDiperbarui: 1 dari 2 bagian\n0.  Kalimat 1 tentang Cara Olah.")]
    [InlineData("digests date", "Diperbarui: 1 dari 2 bagian\n0.  Kalimat 1 tentang Cara Olah.\n1 Okt 2026")]
    [InlineData("lead", "Kopi Gayo\nDiperbarui: 1 dari 2 bagian")]
    public void An_update_is_called_one_whatever_the_layout(string layout, string text) =>
        Assert.Equal(text, Text(new PostedArticle(Coffee, [2], IsUpdate: true), layout));

    [Fact]
    public void A_serial_says_how_far_it_is_whatever_the_layout() =>
        Assert.EndsWith("\n2/3 ▓▓▓▓▓▓░░░░", Text(new PostedArticle(Coffee, [1], IsUpdate: false) { SerialOf = 3 }, "title digests"));

    [Theory]
    [InlineData("title headings numbers buttons", "Pembuka 1 2")]
    [InlineData("title headings buttons", "Daftar bagian")]
    [InlineData("title digests votes", "👍 👎")]
    [InlineData("title", "")]
    public void Buttons_go_with_what_is_shown(string layout, string labels) =>
        Assert.Equal(labels, string.Join(' ', Message(Whole(Coffee), layout).Buttons.SelectMany(row => row).Select(button => button.Label)));

    [Fact]
    public void Several_articles_keep_the_button_for_what_has_no_line()
    {
        var brief = Enumerable.Repeat(SmallArticles.Train, DigestMessages.MostBriefLines + 2).ToArray();
        var post = new DigestPost([Whole(Coffee)], brief) { Look = new Look(Layout.Parse("title")) };

        Assert.Equal("+2 lagi", Assert.Single(DigestMessages.ForPost(post, Words.Indonesian).Buttons.SelectMany(row => row)).Label);
    }

    [Theory]
    [InlineData(new[] { 0 }, "Diperbarui: pembuka", "Updated: the opening")]
    [InlineData(new[] { 0, 2 }, "Diperbarui: pembuka dan 1 dari 2 bagian", "Updated: the opening and 1 of 2 sections")]
    [InlineData(new[] { 1, 2 }, "Diperbarui: 2 dari 2 bagian", "Updated: 2 of 2 sections")]
    public void An_update_counts_the_sections_and_names_the_opening(int[] units, string indonesian, string english)
    {
        var post = new DigestPost([new PostedArticle(Coffee, units, IsUpdate: true)], []);

        Assert.Equal(indonesian, PlainText.Of(DigestMessages.ForPost(post, Words.Indonesian)).Split('\n')[1]);
        Assert.Equal(english, PlainText.Of(DigestMessages.ForPost(post, Words.English)).Split('\n')[1]);
    }

    [Fact]
    public void An_article_without_sections_is_updated_as_a_whole()
    {
        var digest = new FirstSentences().Digest(SmallArticles.Coffee with { Sections = [] }, new DigestOptions());

        Assert.StartsWith("Kopi Gayo\nDiperbarui: teksnya\n", Text(new PostedArticle(digest, [0], IsUpdate: true), "title lead"));
    }

    private static PostedArticle Whole(Digest digest) => new(digest, [.. Enumerable.Range(0, digest.Sections.Count)], IsUpdate: false);

    private static IReadOnlyList<Block> Blocks(string layout) => Message(Whole(Coffee), layout).Blocks;

    private static string Text(PostedArticle posted, string layout) => PlainText.Of(Message(posted, layout));

    private static Message Message(PostedArticle posted, string layout) =>
        DigestMessages.ForPost(new DigestPost([posted], []) { Look = new Look(Layout.Parse(layout)) }, Words.Indonesian);
}
