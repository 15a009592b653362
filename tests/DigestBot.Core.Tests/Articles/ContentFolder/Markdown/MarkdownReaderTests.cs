using CsCheck;

namespace DigestBot.Articles.ContentFolder.Markdown;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void A_first_heading_of_level_1_is_the_title_and_the_others_are_sections_with_their_levels()
    {
        var text = MarkdownReader.Read("# Merapi\n\nGunung itu aktif.\n\n## Sejarah\n\nDahulu.\n\n### Abad lalu\n\nLetusan besar.\n\n# Penutup\n\nSelesai.\n");

        Assert.Equal("Merapi", text.Title);
        Assert.Equal([("", 0), ("Sejarah", 2), ("Abad lalu", 3), ("Penutup", 1)], text.Sections.Select(section => (section.Heading, section.Level)));
        Assert.Equal(["Gunung itu aktif."], text.Sections[0].Paragraphs);
    }

    [Fact]
    public void Code_tables_images_and_raw_html_are_no_prose()
    {
        var text = MarkdownReader.Read(
            "Awal.\n\n```\nkode()\n```\n\n    juga kode\n\n| a | b |\n|---|---|\n| c | d |\n\n![gambar](x.png)\n\n<div>mentah</div>\n\nAkhir <b>tebal</b>.\n");

        Assert.Equal(["Awal.", "Akhir tebal."], Assert.Single(text.Sections).Paragraphs);
    }

    [Fact]
    public void Links_keep_their_text_and_code_in_a_line_is_read()
    {
        var text = MarkdownReader.Read("Lihat [situs *resmi*](https://example.org) dan `perintah` lalu <https://example.org/a>.\n");

        Assert.Equal(["Lihat situs resmi dan perintah lalu https://example.org/a."], Assert.Single(text.Sections).Paragraphs);
    }

    [Fact]
    public void Items_of_lists_and_quoted_paragraphs_are_paragraphs()
    {
        var text = MarkdownReader.Read("Tiga hal:\n\n- satu\n- dua\n  - dua setengah\n\n1. tiga\n\n> Kata orang.\n>\n> Kata lain.\n");

        Assert.Equal(["Tiga hal:", "satu", "dua", "dua setengah", "tiga", "Kata orang.", "Kata lain."], Assert.Single(text.Sections).Paragraphs);
    }

    [Fact]
    public void Footnotes_boxes_to_tick_and_what_is_struck_out_are_not_read_aloud()
    {
        var text = MarkdownReader.Read("Candi itu tua[^1] dan ~~kecil~~ besar.\n\n- [x] pintu\n- [ ] atap\n\n[^1]: Lihat buku lain.\n");

        Assert.Equal(["Candi itu tua dan besar.", "pintu", "atap"], Assert.Single(text.Sections).Paragraphs);
    }

    [Theory]
    [InlineData("Sekitar 10<sup>12</sup> joule dan 10<sup>-3</sup> gram.", "Sekitar 10¹² joule dan 10⁻³ gram.")]
    [InlineData("Luasnya 5 km<sup>2</sup>, emisi CO<sub>2</sub> naik.", "Luasnya 5 km², emisi CO₂ naik.")]
    [InlineData("Bagian ke-2<sup>nd</sup> dan x<sup>n</sup>.", "Bagian ke-2nd dan xⁿ.")]
    [InlineData("Laporan tahunan.<sup><a href=\"#fn1\">2</a></sup> Laporan lain.", "Laporan tahunan. Laporan lain.")]
    [InlineData("Laporan tahun 1945<sup>[2](#fn1)</sup>, lalu 1946<sup>[3]</sup>.", "Laporan tahun 1945, lalu 1946.")]
    [InlineData("Lihat [lampiran](#lampiran) seluas 10<sup>2</sup> m.", "Lihat lampiran seluas 10² m.")]
    [InlineData("Tak ditutup 10<sup>12 joule.", "Tak ditutup 1012 joule.")]
    public void What_stands_above_or_below_the_line_stays_there_and_marks_of_notes_are_left_out(string written, string read) =>
        Assert.Equal([read], Assert.Single(MarkdownReader.Read(written).Sections).Paragraphs);

    [Theory]
    [InlineData("Sejak 2020.[1][2] Pulau itu sepi.", "Sejak 2020.[1][2] Pulau itu sepi.")]
    [InlineData("Nilai a[0] dan [b, lalu ![c.", "Nilai a[0] dan [b, lalu ![c.")]
    [InlineData("Museum Nasional<br>Jalan Merdeka<br/>Jakarta", "Museum Nasional Jalan Merdeka Jakarta")]
    [InlineData("Dibuka ~~30 November~~ 15 Desember.", "Dibuka 15 Desember.")]
    [InlineData("Dibuka Sabtu <del>30 November</del>, pukul 9, ~~siang~~, di sana.", "Dibuka Sabtu, pukul 9, di sana.")]
    [InlineData("Tak ditutup <s>lama sekali.", "Tak ditutup lama sekali.")]
    public void Marks_that_open_nothing_stay_breaks_are_blanks_and_what_is_struck_out_is_gone(string written, string read) =>
        Assert.Equal([read], Assert.Single(MarkdownReader.Read(written).Sections).Paragraphs);

    [Fact]
    public void Where_no_heading_is_marked_paragraphs_in_bold_are_headings()
    {
        const string Text = "# Museum\n\nMuseum itu tua.\n\n**Cara ke Sana**\n\nNaik kereta dari Gambir.\n\n***Jam Buka***\n\nBuka setiap hari kecuali Senin.\n\n";

        Assert.Equal([("", 0), ("Cara ke Sana", 2), ("Jam Buka", 2)], MarkdownReader.Read(Text).Sections.Select(section => (section.Heading, section.Level)));
        Assert.Equal(["", "Akhir"], MarkdownReader.Read(Text + "## Akhir\n\nSelesai sudah.\n").Sections.Select(section => section.Heading));
    }

    [Theory]
    [InlineData("Museum itu tua.\n\n**Museum itu sudah dibuka lagi kemarin.**\n\nWarga kota datang berkunjung.\n")]
    [InlineData("Museum itu tua.\n\n**Foto: Antara/Budi Santoso**\n\nWarga kota datang berkunjung.\n")]
    [InlineData("Museum itu tua.\n\n**Museum** Nasional\n\nWarga kota datang berkunjung.\n")]
    [InlineData("Museum itu tua.\n\n- **Cara ke Sana**\n\nWarga kota datang berkunjung.\n")]
    [InlineData("Museum itu tua.\n\nWarga kota datang berkunjung.\n\n**Tim Redaksi**\n")]
    [InlineData("**Museum Nasional**\n\nWarga kota datang berkunjung.\n")]
    public void Other_bold_is_no_heading(string written) => Assert.Equal([""], MarkdownReader.Read(written).Sections.Select(section => section.Heading));

    [Fact]
    public void Front_matter_says_more_than_the_text()
    {
        var text = MarkdownReader.Read("---\ntitle: Dari atas\nlanguage: en\n---\n# Dari teks\n\nIsi.\n");

        Assert.Equal(("Dari atas", "en"), (text.Title, text.Language));
        Assert.Equal(["Isi."], Assert.Single(text.Sections).Paragraphs);
    }

    [Fact]
    public void An_entity_brings_in_no_control_character() =>
        Assert.Equal(["a b"], Assert.Single(MarkdownReader.Read("a&#8238; &#27;b\n").Sections).Paragraphs);

    [Theory]
    [InlineData("![a](")]
    [InlineData("[a][")]
    [InlineData("*a_ ")]
    [InlineData("a**b")]
    [InlineData("x <? ")]
    [InlineData("a|b|")]
    public void Marks_without_number_in_one_block_are_refused_at_once(string marks) =>
        Assert.Throws<UnreadableArticleException>(() => MarkdownReader.Read(string.Concat(Enumerable.Repeat(marks, 100_000))));

    [Fact]
    public void Many_marks_in_many_blocks_are_no_trouble()
    {
        var text = string.Concat(Enumerable.Repeat("- [tautan](https://example.org) dan *kata*\n", 4_000)) + "\n```\n" + new string('*', 20_000) + "\n```\n";

        Assert.Equal(4_000, Assert.Single(MarkdownReader.Read(text).Sections).Paragraphs.Count);
    }

    [Fact]
    public void Thousands_of_nested_quotes_are_refused_not_fatal() =>
        Assert.Throws<UnreadableArticleException>(() => MarkdownReader.Read(new string('>', 20_000) + " dalam\n"));

    [Fact]
    public void Any_text_is_read_or_refused() => Gen.String[Gen.Char["ab #*_->`|\n![](){}<>&\\\"'1.:=~\t"], 0, 300].Sample(text =>
    {
        try
        {
            return MarkdownReader.Read(text).Sections.All(section => section.Paragraphs.All(paragraph => paragraph.Length > 0));
        }
        catch (UnreadableArticleException)
        {
            return true;
        }
    });
}
