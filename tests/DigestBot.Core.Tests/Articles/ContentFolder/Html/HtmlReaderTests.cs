using CsCheck;

namespace DigestBot.Articles.ContentFolder.Html;

public sealed class HtmlReaderTests
{
    private const string Page = """
        <!doctype html>
        <html lang="id-ID"><head><title>Subak | Situs</title><meta name="date" content="2026-11-24T07:00:00Z">
        <meta name="keywords" content="air, sawah"><link rel="canonical" href="https://example.org/subak"></head>
        <body><nav><a href="/">Beranda</a></nav><header>Situs Kami</header>
        <article><header><h1>Subak</h1></header><p>Air dibagi <em>bersama</em>.<br>Setiap petani ikut.</p>
        <h2>Pura</h2><p>Pura menjaga jadwal.</p><ul><li>hulu</li><li>hilir</li></ul><table><tr><td>angka</td></tr></table>
        <h3>Upacara</h3><blockquote><p>Tri hita karana.</p></blockquote><script>jahat()</script><figure><figcaption>Foto</figcaption></figure>
        <aside>Iklan</aside></article><footer>Hak cipta</footer></body></html>
        """;

    [Fact]
    public void The_article_is_read_without_what_stands_around_it()
    {
        var text = HtmlReader.Read(Page);

        Assert.Equal("Subak", text.Title);
        Assert.Equal([("", 0), ("Pura", 2), ("Upacara", 3)], text.Sections.Select(section => (section.Heading, section.Level)));
        Assert.Equal(
            ["Air dibagi bersama. Setiap petani ikut.", "Pura menjaga jadwal.", "hulu", "hilir", "Tri hita karana."],
            text.Sections.SelectMany(section => section.Paragraphs));
    }

    [Fact]
    public void The_head_gives_language_date_source_and_tags()
    {
        var text = HtmlReader.Read(Page);

        Assert.Equal(("id", new DateOnly(2026, 11, 24), new Uri("https://example.org/subak")), (text.Language, text.Date!.Value, text.Source));
        Assert.Equal(["air", "sawah"], text.Tags);
    }

    [Fact]
    public void A_page_that_does_not_mark_its_article_is_read_by_its_body()
    {
        var text = HtmlReader.Read("<title>Catatan</title><nav>Menu</nav><h2>Pagi</h2><p>Hujan turun.</p><footer>Kaki</footer>");

        Assert.Equal("Catatan", text.Title);
        Assert.Equal(["Hujan turun."], Assert.Single(text.Sections).Paragraphs);
    }

    [Fact]
    public void A_long_page_that_does_not_mark_its_article_loses_its_navigation()
    {
        var paragraphs = string.Concat(Enumerable.Range(1, 12).Select(number =>
            $"<p>Paragraf nomor {number} menceritakan sawah, air, dan para petani yang membaginya setiap musim tanam, sebagaimana sudah berlangsung lama sekali.</p>"));

        var text = HtmlReader.Read(
            $"<html><head><title>Subak</title></head><body><div class='menu'><ul><li><a href='/a'>Satu</a></li><li><a href='/b'>Dua</a></li></ul></div><div class='content'>{paragraphs}</div></body></html>");

        var all = text.Sections.SelectMany(section => section.Paragraphs).ToArray();
        Assert.Contains(all, paragraph => paragraph.StartsWith("Paragraf nomor 12", StringComparison.Ordinal));
        Assert.DoesNotContain("Satu", all);
    }

    [Fact]
    public void The_only_heading_of_level_1_is_the_title_wherever_it_stands()
    {
        var inside = HtmlReader.Read("<article><p>12 Juni</p><h1>Subak</h1><p>Air dibagi.</p></article>");
        var above = HtmlReader.Read("<title>Situs</title><header><h1>Subak</h1></header><article><p>Air dibagi.</p></article>");

        Assert.Equal(("Subak", "Subak"), (inside.Title, above.Title));
        Assert.Equal(["12 Juni", "Air dibagi."], Assert.Single(inside.Sections).Paragraphs);
    }

    [Theory]
    [InlineData("<title>Subak | Situs Kami</title>")]
    [InlineData("<title>Subak - Situs Kami</title><meta property=og:site_name content='Situs Kami'>")]
    [InlineData("<title>Situs Kami</title><meta property=og:title content=Subak>")]
    public void The_name_of_the_site_is_no_part_of_the_title(string head) =>
        Assert.Equal("Subak", HtmlReader.Read(head + "<p>Air dibagi.</p>").Title);

    [Fact]
    public void Teasers_and_comments_marked_as_articles_do_not_hide_the_article()
    {
        var text = HtmlReader.Read(
            "<body><article><h1>Subak</h1><p>Air dibagi bersama oleh para petani di hulu dan di hilir.</p><article>Komentar</article></article>" +
            "<article>Teaser satu</article><article>Teaser dua</article></body>");

        Assert.Equal("Subak", text.Title);
        Assert.DoesNotContain(text.Sections.SelectMany(section => section.Paragraphs), paragraph => paragraph.Contains("Teaser"));
    }

    [Theory]
    [InlineData("<div role=navigation>Buang</div>")]
    [InlineData("<div class='share-buttons'>Buang</div>")]
    [InlineData("<section id=related>Buang</section>")]
    [InlineData("<div class='widget'><p>Buang</p></div>")]
    [InlineData("<p aria-hidden=true>Buang</p>")]
    [InlineData("<p hidden>Buang</p>")]
    [InlineData("<ul><li><a href=/>Buang</a></li></ul>")]
    public void What_says_that_it_is_no_text_is_left_out(string part)
    {
        var text = HtmlReader.Read($"<article><p>Air dibagi bersama oleh para petani.</p>{part}</article>");

        Assert.Equal(["Air dibagi bersama oleh para petani."], Assert.Single(text.Sections).Paragraphs);
    }

    [Fact]
    public void A_name_that_a_theme_gave_to_the_whole_page_hides_nothing() =>
        Assert.Single(HtmlReader.Read("<body><div class='page with-sidebar'><p>Air dibagi bersama.</p></div></body>").Sections);

    [Fact]
    public void Headings_survive_on_a_long_page_that_does_not_mark_its_article()
    {
        var sections = string.Concat(Enumerable.Range(1, 8).Select(number =>
            $"<h2>Bagian {number}</h2><p>Paragraf nomor {number} menceritakan sawah, air, dan para petani yang membaginya setiap musim tanam, sejak lama.</p>"));

        var text = HtmlReader.Read($"<html><head><title>Subak</title></head><body><div class='content'>{sections}</div></body></html>");

        Assert.Equal(Enumerable.Range(1, 8).Select(number => $"Bagian {number}"), text.Sections.Select(section => section.Heading));
        Assert.All(text.Sections, section => Assert.Equal(2, section.Level));
    }

    [Theory]
    [InlineData("<p>Candi itu <img src=a.png> tua dan <x-badge>besar</x-badge> sekali.</p>", "Candi itu tua dan besar sekali.")]
    [InlineData("<p>Tekan <input type=checkbox> lalu <picture><img src=a.png></picture>tunggu<acronym>WIB</acronym>.</p>", "Tekan lalu tungguWIB.")]
    [InlineData("<p>Sekitar 10<sup>12</sup> joule, CO<sub>2</sub> naik.</p>", "Sekitar 10¹² joule, CO₂ naik.")]
    [InlineData("<p>Laporan tahunan.<sup><a href='#fn1'>2</a></sup> Laporan lain.</p>", "Laporan tahunan. Laporan lain.")]
    [InlineData("<p>Laporan tahunan.<a href='#fn1'><sup>2</sup></a> Laporan lain.<sup id=c>[12]</sup></p>", "Laporan tahunan. Laporan lain.")]
    [InlineData("<p>Lihat <a href='#luas'>luasnya, 10<sup>12</sup> m</a>.</p>", "Lihat luasnya, 10¹² m.")]
    [InlineData("<p>Dibuka <del>30 November</del> 15 Desember <s>pagi</s>, <strike>siang</strike>, sore.</p>", "Dibuka 15 Desember, sore.")]
    [InlineData("Satu hari.<aside>Iklan</aside>Dua hari.", "Satu hari. Dua hari.")]
    public void What_stands_in_a_line_does_not_cut_it(string written, string read) =>
        Assert.Equal([read], Assert.Single(HtmlReader.Read($"<article>{written}</article>").Sections).Paragraphs);

    [Fact]
    public void A_picture_in_a_heading_does_not_cut_it()
    {
        var text = HtmlReader.Read("<title>Candi</title><article><p>Candi itu tua.</p><h2><img src=a.png>Jalan <svg></svg>Masuk</h2><dl><dt>Pagi</dt><dd>Buka.</dd></dl></article>");

        Assert.Equal(["", "Jalan Masuk"], text.Sections.Select(section => section.Heading));
        Assert.Equal(["Pagi", "Buka."], text.Sections[1].Paragraphs);
    }

    [Fact]
    public void The_exponent_in_a_title_above_the_article_stands_above_the_line() =>
        Assert.Equal("Lahan 10² Hektare", HtmlReader.Read("<header><h1>Lahan 10<sup>2</sup> Hektare</h1></header><article><p>Lahan itu luas.</p></article>").Title);

    [Fact]
    public void Where_no_heading_is_marked_paragraphs_in_bold_are_headings()
    {
        const string Text = "<h1>Candi</h1><p>Candi itu tua.</p><p><strong>Latar Belakang</strong></p><p>Raja membangunnya dahulu kala.</p>" +
            "<div><span><b>Jam Buka</b></span><br></div><p>Buka setiap hari kecuali Senin.</p>";

        Assert.Equal([("", 0), ("Latar Belakang", 2), ("Jam Buka", 2)], HtmlReader.Read($"<article>{Text}</article>").Sections.Select(section => (section.Heading, section.Level)));
        Assert.Equal(["", "Akhir"], HtmlReader.Read($"<article>{Text}<h2>Akhir</h2><p>Selesai.</p></article>").Sections.Select(section => section.Heading));
    }

    [Theory]
    [InlineData("<p><b>Latar</b> Belakang</p>")]
    [InlineData("<ul><li><p><b>Latar Belakang</b></p></li></ul>")]
    [InlineData("<blockquote><p><b>Latar Belakang</b></p></blockquote>")]
    [InlineData("<p><b>Candi itu sudah dibuka lagi kemarin.</b></p>")]
    public void Other_bold_is_no_heading(string bold) =>
        Assert.Single(HtmlReader.Read($"<article><h1>Candi</h1><p>Candi itu tua.</p>{bold}<p>Raja membangunnya dahulu kala.</p></article>").Sections);

    [Fact]
    public void Two_hundred_thousand_nested_elements_are_refused()
    {
        var refused = Assert.Throws<UnreadableArticleException>(() => HtmlReader.Read(string.Concat(Enumerable.Repeat("<div>", 200_000)) + "dalam"));

        Assert.Contains("deeper", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_are_not_of_the_web_are_left_out() =>
        Assert.Null(HtmlReader.Read("<link rel=canonical href='javascript:alert(1)'><p>Isi.</p>").Source);

    [Fact]
    public void Any_text_is_read_or_refused() => Gen.String[Gen.Char["ab <>/=\"'&;#hp1divtable\n"], 0, 300].Sample(text =>
    {
        try
        {
            return HtmlReader.Read(text).Sections.All(section => section.Paragraphs.All(paragraph => paragraph.Length > 0));
        }
        catch (UnreadableArticleException)
        {
            return true;
        }
    });
}
