using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class SectionCommandTests
{
    private static readonly string Key = SmallArticles.Pyongyang.Id.Key;

    [Theory]
    [InlineData("1 2")]
    [InlineData("1 Kerjasama Ekonomi")]
    [InlineData("1 kerja sama ekonomi")]
    [InlineData("1 KERJASAMA EKO")]
    [InlineData("1 ekonomi")]
    [InlineData("1 konomi")]
    [InlineData("1 ekonmoi")]
    [InlineData("pyongyang ekonomi")]
    [InlineData("putin dan kim 2")]
    [InlineData("Pertemuan Putin dan Kim Kerjasama Ekonomi")]
    [InlineData("geopolitik/pyongyang 2")]
    public async Task A_section_is_found_by_number_or_words_of_article_and_heading(string arguments)
    {
        using var chat = await TestChat.OpenAsync();

        Assert.Equal(
            """
            Pertemuan Putin dan Kim
            2. Kerjasama Ekonomi Kalimat 1 tentang Kerjasama Ekonomi.
            Bagian 2 dari 4 · 1 dari 6 kalimat
            """, await chat.SayAsync($"section {arguments}"));
    }

    [Fact]
    public async Task In_English_the_same_section_has_English_small_print()
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = "en";

        Assert.EndsWith("Section 2 of 4 · 1 of 6 sentences", await chat.SayAsync("section 1 2"));
    }

    [Fact]
    public async Task Kerja_sama_asks_back_where_two_headings_begin_so_and_a_button_answers()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("bagian 1 kerja sama");

        Assert.Equal("Ada beberapa yang cocok dengan “1 kerja sama”. Maksudmu yang mana?", PlainText.Of(answer.Message));
        Assert.Equal(["2. Kerjasama Ekonomi", "3. Kerjasama Militer"], answer.Message.Buttons.Select(row => row[0].Label));
        Assert.Contains("3. Kerjasama Militer Kalimat 1", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[1][0])).Message));
    }

    [Fact]
    public async Task A_heading_alone_is_looked_for_in_all_articles()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("Merapi yang Selalu Terjaga\n2. Sejarah Letusan", await chat.SayAsync("section sejarah letusan"));
    }

    [Fact]
    public async Task A_heading_of_several_articles_asks_back_with_their_titles()
    {
        using var chat = await TestChat.OpenAsync(
            [SmallArticles.Article("a/satu", "Artikel Satu", null, "Sejarah"), SmallArticles.Article("a/dua", "Artikel Dua", null, "Sejarah")]);

        var answer = await chat.AskAsync("section sejarah");

        Assert.Equal(["Sejarah · Artikel Dua", "Sejarah · Artikel Satu"], answer.Message.Buttons.Select(row => row[0].Label));
    }

    [Fact]
    public async Task A_heading_that_the_article_does_not_have_is_answered_with_those_it_has()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("section 3 ekonomi");

        Assert.StartsWith("Tidak ada bagian “ekonomi” di artikel ini. Yang ada:\nKopi Gayo\n0. Pembuka\n1. Asal-usul", PlainText.Of(answer.Message));
        Assert.Contains("2. Cara Olah", PlainText.Of(answer.Message));
    }

    [Theory]
    [InlineData("section 2")]
    [InlineData("section merapi")]
    [InlineData("section Merapi yang Selalu Terjaga")]
    public async Task An_article_alone_is_answered_with_its_sections(string line)
    {
        using var chat = await TestChat.OpenAsync();

        Assert.Contains("1. Letak\n2. Sejarah Letusan\n3. Ekonomi Lereng", await chat.SayAsync(line));
    }

    [Fact]
    public async Task What_is_an_article_and_a_heading_is_the_one_it_fits_better()
    {
        using var chat = await TestChat.OpenAsync(
            [SmallArticles.Article("a/batik", "Batik: Malam dan Canting", null, "Mengenali Batik"), SmallArticles.Article("a/kain", "Kain", null, "Batik Tulis")]);

        Assert.StartsWith("Batik: Malam dan Canting\nKalimat 1", await chat.SayAsync("section batik"));
        Assert.Contains("1. Mengenali Batik Kalimat 1", await chat.SayAsync("section mengenali batik"));

        var both = await chat.AskAsync("section bati");
        Assert.Equal(["Batik: Malam dan Canting", "Batik Tulis · Kain"], both.Message.Buttons.Select(row => row[0].Label));
    }

    [Theory]
    [InlineData("id", "Sebutkan artikel dan bagiannya, misalnya /bagian 2 3 atau /bagian 2 ekonomi. Atau pilih artikelnya:")]
    [InlineData("en", "Name an article and a section, for example /section 2 3 or /section 2 economy. Or choose an article:")]
    public async Task Nothing_named_is_answered_with_an_example_and_the_articles(string language, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        var answer = await chat.AskAsync("section");

        Assert.Equal(text, PlainText.Of(answer.Message));
        Assert.Equal(4, answer.Message.Buttons.Count);
    }

    [Fact]
    public async Task What_fits_nothing_is_answered_with_the_articles()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("Tidak ada artikel yang cocok dengan “sepak bola”.", await chat.SayAsync("section sepak bola"));
    }

    [Theory]
    [InlineData("section 1 2 longer", 4)]
    [InlineData("bagian 1 2 panjang", 4)]
    [InlineData("section 1 2 full", 6)]
    [InlineData("bagian 1 ekonomi lengkap", 6)]
    public async Task A_word_at_the_end_asks_for_more(string line, int sentences)
    {
        using var chat = await TestChat.OpenAsync();

        Assert.Equal(sentences, (await chat.SayAsync(line)).Split("tentang Kerjasama Ekonomi.").Length - 1);
    }

    [Fact]
    public async Task The_opening_is_number_zero()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.EndsWith("Pembuka · 1 dari 6 kalimat", await chat.SayAsync("section 1 0"));
    }

    [Fact]
    public async Task Buttons_lead_to_more_of_it_and_to_its_neighbours()
    {
        using var chat = await TestChat.OpenAsync();

        var buttons = (await chat.AskAsync("section 1 2")).Message.Buttons;

        Assert.Equal([("Lebih panjang", $"section {Key} 2 longer"), ("Teks lengkap", $"section {Key} 2 full")], Of(buttons[0]));
        Assert.Equal(
            [("‹ 1. Latar Belakang", $"section {Key} 1 digest"), ("Daftar bagian", $"sections {Key} 1"), ("3. Kerjasama Militer ›", $"section {Key} 3 digest")],
            Of(buttons[1]));

        static IEnumerable<(string, string)> Of(IEnumerable<Button> row) => row.Select(button => (button.Label, button.Action));
    }

    [Fact]
    public async Task The_opening_is_called_so_beside_the_first_section()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.Equal("‹ Pembuka", (await chat.AskAsync("section 1 1")).Message.Buttons[^1][0].Label);
    }

    [Fact]
    public async Task Turning_pages_replaces_the_message_and_opening_from_a_digest_does_not()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.True((await chat.PressAsync(new Button("", $"section {Key} 2 digest"))).Replaces);
        Assert.True((await chat.PressAsync(new Button("", $"section {Key} 2 longer"))).Replaces);
        Assert.False((await chat.PressAsync(new Button("", $"section {Key} 2 full"))).Replaces);
        Assert.False((await chat.PressAsync(new Button("", $"section {Key} 2"))).Replaces);
        Assert.False((await chat.AskAsync($"section {Key} 2 digest")).Replaces);
    }

    [Fact]
    public async Task An_article_that_begins_with_a_heading_counts_from_one()
    {
        var article = SmallArticles.Coffee with { Lead = Section.NoLead };
        using var chat = await TestChat.OpenAsync([article]);

        Assert.Contains("1. Asal-usul", await chat.SayAsync("section 1 1"));
        Assert.StartsWith("Tidak ada bagian “0”", await chat.SayAsync("section 1 0"));
    }

    [Fact]
    public async Task A_button_of_an_article_that_is_gone_is_answered_with_those_that_are_there()
    {
        using var chat = await TestChat.OpenAsync([SmallArticles.Coffee]);

        Assert.StartsWith("Tidak ada artikel yang cocok", PlainText.Of((await chat.PressAsync(new Button("", $"section {Key} 2"))).Message));
    }

    [Theory]
    [InlineData("section garis wallace 99", "99", "Garis Wallace")]
    [InlineData("section batik 12", "12", "Batik")]
    [InlineData("section pyongyang 999", "999", "Presiden Rusia di Pyongyang, Korea Utara")]
    [InlineData("section pyongyang 24", "24", "Presiden Rusia di Pyongyang, Korea Utara")]
    [InlineData("section pyongyeng 24", "24", "Presiden Rusia di Pyongyang, Korea Utara")]
    [InlineData("section pyongyang kerja sama", "kerja sama", "Presiden Rusia di Pyongyang, Korea Utara")]
    public async Task What_an_article_that_was_named_does_not_have_is_said_and_no_other_section_shown(string line, string wanted, string title)
    {
        using var chat = await TestChat.OpenAsync(
        [
            SmallArticles.Article("sains/garis-wallace", "Garis Wallace", null, "Naturalis Tanpa Harta", "Wallacea, Laboratorium Evolusi"),
            SmallArticles.Article("budaya/batik", "Batik", null, "Alat dan Bahan", "Cara Mengenali Batik Asli"),
            SmallArticles.Article("geopolitik/pyongyang", "Presiden Rusia di Pyongyang, Korea Utara", null, "Kunjungan Setelah 24 Tahun", "Jejak Perjanjian Lama"),
        ]);

        Assert.StartsWith($"Tidak ada bagian “{wanted}” di artikel ini. Yang ada:\n{title}\n0. Pembuka\n1. ", await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("id", "bagian 1 pembuka")]
    [InlineData("id", "bagian pyongyang opening")]
    [InlineData("en", "section 1 Opening")]
    [InlineData("en", "section pyongyang pembuka")]
    [InlineData("en", "section pyongyang opennig")]
    public async Task The_opening_is_found_by_its_name_in_either_language(string language, string line)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        Assert.Contains("Kalimat 1 tentang Pertemuan Putin dan Kim.", await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("section sejarah letusann")]
    [InlineData("section merapy letusan")]
    [InlineData("section merapi letusam")]
    public async Task A_misspelled_word_still_finds_the_section(string line)
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("Merapi yang Selalu Terjaga\n2. Sejarah Letusan", await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("id", "section 1 1", "Kopi Gayo\n1. Tabel\nTidak ada teks di sini (tabel, gambar, atau kode).\nBagian 1 dari 2")]
    [InlineData("en", "section 1 1 full", "Kopi Gayo\n1. Tabel\nNo text here (a table, a picture or code).\nSection 1 of 2")]
    public async Task A_section_without_text_says_so(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync([SmallArticles.Coffee with { Sections = [new Section("Tabel", 1, []), SmallArticles.Coffee.Sections[1]] }]);
        chat.Language = language;

        Assert.Equal(text, await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("bagian kopi ringkasan", "1. Ringkasan Kalimat 1 tentang Ringkasan.\n")]
    [InlineData("bagian kopi panjang", "2. Implikasi Jangka Panjang Kalimat 1 tentang Implikasi Jangka Panjang.\n")]
    [InlineData("bagian 1 panjang", "2. Implikasi Jangka Panjang Kalimat 1 tentang Implikasi Jangka Panjang.\n")]
    [InlineData("bagian kopi implikasi jangka panjang", "2. Implikasi Jangka Panjang Kalimat 1 tentang Implikasi Jangka Panjang.\n")]
    [InlineData("bagian implikasi jangka panjang lengkap", "Kalimat 6 tentang Implikasi Jangka Panjang.")]
    [InlineData("bagian kopi 2 panjang", "4 dari 6 kalimat")]
    [InlineData("bagian kopi ringkasan panjang", "4 dari 6 kalimat")]
    public async Task A_last_word_that_a_heading_has_belongs_to_it(string line, string text)
    {
        using var chat = await TestChat.OpenAsync([SmallArticles.Article("a/kopi", "Kopi", null, "Ringkasan", "Implikasi Jangka Panjang")]);

        Assert.Contains(text, await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("bagian kopi gayo", "Kopi Gayo\n")]
    [InlineData("bagian KOPI-GAYO", "Kopi Gayo\n")]
    [InlineData("bagian kopi sejarah gayo", "Kopi\n2. Sejarah Gayo")]
    public async Task A_line_that_is_a_name_is_that_and_not_a_part_of_another(string line, string text)
    {
        using var chat = await TestChat.OpenAsync(
            [SmallArticles.Article("a/kopi", "Kopi", null, "Asal", "Sejarah Gayo"), SmallArticles.Article("a/gayo", "Kopi Gayo", null, "Cara Olah")]);

        Assert.StartsWith(text, await chat.SayAsync(line));
    }

    [Fact]
    public async Task A_long_heading_of_several_articles_leaves_room_for_their_titles()
    {
        const string Heading = "Pelajaran yang Bisa Diambil dari Semuanya";
        using var chat = await TestChat.OpenAsync(
            [SmallArticles.Article("a/satu", "Artikel Satu", null, Heading), SmallArticles.Article("a/dua", "Artikel Dua", null, Heading)]);

        var answer = await chat.AskAsync("section pelajaran");

        Assert.Equal(["Pelajaran yang Bisa Diamb… · Artikel Dua", "Pelajaran yang Bisa Diam… · Artikel Satu"], answer.Message.Buttons.Select(row => row[0].Label));
    }
}
