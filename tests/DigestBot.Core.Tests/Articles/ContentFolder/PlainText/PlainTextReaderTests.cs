using CsCheck;

namespace DigestBot.Articles.ContentFolder.PlainText;

public sealed class PlainTextReaderTests
{
    private const string Body =
        "Paragraf ini cukup panjang untuk menjadi isi sebuah bagian, karena memuat lebih dari dua belas kata dan diakhiri tanda titik.";

    private const string English =
        "This paragraph is long enough to be what a heading announces, since it holds more than a dozen words and ends in a full stop.";

    [Fact]
    public void Lines_of_their_own_between_paragraphs_are_headings_without_any_blank_line()
    {
        var text = Parse(Body, "Latar Belakang", Body, "Kerja sama ekonomi", Body, "Kesimpulan", Body);

        Assert.Null(text.Title);
        Assert.Equal(["Latar Belakang", "Kerja sama ekonomi", "Kesimpulan"], Headings(text));
        Assert.Equal([0, 1, 1, 1], text.Sections.Select(section => section.Level));
        Assert.All(text.Sections, section => Assert.Equal([Body], section.Paragraphs));
    }

    [Fact]
    public void Blank_lines_between_paragraphs_change_nothing()
    {
        var text = Parse(Body, "", "Latar Belakang", "", Body, "", "", Body, "", "Kesimpulan", Body, "");

        Assert.Equal(["Latar Belakang", "Kesimpulan"], Headings(text));
        Assert.Equal(4, Paragraphs(text).Count());
    }

    [Theory]
    [InlineData("1. Latar Belakang", "2. Tujuan dan sasaran")]
    [InlineData("I. LATAR BELAKANG", "II. TUJUAN")]
    [InlineData("1 Introduction", "2 Related work")]
    [InlineData("2.1 Data", "2.2 Metode pengukuran")]
    [InlineData("BAB I", "BAB II")]
    [InlineData("Bab 1: Awal", "Bab 2: Akhir")]
    [InlineData("LATAR BELAKANG", "PENUTUP")]
    [InlineData("Mengapa harga naik?", "Apa yang bisa dilakukan?")]
    [InlineData("Susunan Pemain:", "Jalannya Pertandingan:")]
    [InlineData("Related Work.", "Conclusion.")]
    [InlineData("Bank sentral menahan diri", "Pasar menunggu")]
    public void Headings_are_found_in_every_common_form(string first, string second) =>
        Assert.Equal([first, second], Headings(Parse(Body, first, Body, second, Body)));

    [Fact]
    public void Underlined_lines_are_headings_and_the_underlining_is_gone()
    {
        var text = Parse("Judul Artikel", "=============", "", Body, "", "latar", "-----", "Pendek saja.", "", "Akhir", "-----", Body);

        Assert.Equal("Judul Artikel", text.Title);
        Assert.Equal(["latar", "Akhir"], Headings(text));
        Assert.DoesNotContain(Paragraphs(text), paragraph => paragraph.Contains("--"));
    }

    [Fact]
    public void Lines_broken_at_a_margin_become_paragraphs_again()
    {
        var text = Parse(
            "Kopi Gayo", "",
            "Kopi dari dataran tinggi Gayo ditanam di lereng pada ketinggian",
            "lebih dari seribu meter. Petani memetiknya dengan tangan, lalu",
            "menjemurnya di halaman rumah sampai kering. Prosesnya memakan",
            "waktu dua pekan.", "",
            "Sejarah",
            "Tanaman ini datang bersama pemerintah kolonial pada abad ke-20,",
            "dan sejak itu menjadi nafkah utama banyak keluarga di Takengon.",
            "Banyak kebun kini berumur lebih dari setengah abad.");

        Assert.Equal("Kopi Gayo", text.Title);
        Assert.Equal(["Sejarah"], Headings(text));
        Assert.Equal(2, Paragraphs(text).Count());
        Assert.StartsWith("Kopi dari dataran tinggi Gayo ditanam di lereng pada ketinggian lebih dari seribu meter.", text.Sections[0].Paragraphs[0]);
    }

    [Fact]
    public void Short_paragraphs_broken_at_a_margin_become_whole_and_the_headings_between_them_are_found()
    {
        var text = Parse(
            "Festival Danau Sentani Kembali Digelar", "",
            "Festival Danau Sentani kembali digelar pada bulan Juni di tepi danau",
            "yang menjadi kebanggaan warga Jayapura, setelah dua tahun berhenti",
            "karena wabah yang melanda dunia.", "",
            "Acara", "",
            "Tarian dari dua puluh empat kampung dibawakan di atas perahu yang",
            "dihias daun dan bunga.", "",
            "Cara ke sana", "",
            "Bandara Sentani hanya sepuluh menit dari tempat acara dengan angkutan",
            "kota yang berangkat setiap jam.", "",
            "Penginapan", "",
            "Rumah warga di sekitar danau menyewakan kamar bagi para tamu dengan",
            "harga yang murah sekali.");

        Assert.Equal("Festival Danau Sentani Kembali Digelar", text.Title);
        Assert.Equal(["Acara", "Cara ke sana", "Penginapan"], Headings(text));
        Assert.All(text.Sections, section => Assert.EndsWith(".", Assert.Single(section.Paragraphs), StringComparison.Ordinal));
        Assert.Equal("Tarian dari dua puluh empat kampung dibawakan di atas perahu yang dihias daun dan bunga.", text.Sections[1].Paragraphs[0]);
    }

    [Fact]
    public void One_line_that_happens_to_be_long_and_unfinished_breaks_nothing()
    {
        var text = Parse(Body, "", "Alamat panitia festival di tepi danau Sentani", "kampung Asei Besar", "", Body, "", Body);

        Assert.Equal([Body, "Alamat panitia festival di tepi danau Sentani", "kampung Asei Besar", Body, Body], Paragraphs(text));
    }

    [Fact]
    public void A_heading_right_under_another_stands_too() =>
        Assert.Equal(["Bagian Pertama", "Awal Mula", "Akhir Cerita"], Headings(Parse(Body, "Bagian Pertama", "Awal Mula", Body, "Akhir Cerita", Body)));

    [Fact]
    public void A_heading_over_a_list_stands_and_the_list_is_its_text()
    {
        var text = Parse(Body, "Bahan Utama", "- dua butir telur", "- segelas susu", "- gula secukupnya", "Cara Membuat", Body);

        Assert.Equal(["Bahan Utama", "Cara Membuat"], Headings(text));
        Assert.Contains("- segelas susu", text.Sections[1].Paragraphs);
    }

    [Theory]
    [InlineData("Aku ingin hidup seribu tahun lagi", "Malam menutup jendela kayu", "Angin membawa nama-nama lama", "Dan kita belajar diam")]
    [InlineData("Andi: Kamu jadi berangkat?", "Budi: Jadi, besok pagi.", "Andi: Naik apa?", "Budi: Naik kereta saja.")]
    [InlineData("Beras", "Gula pasir", "Minyak goreng", "Telur ayam", "Garam dapur")]
    [InlineData("1. Beras", "2. Gula pasir", "3. Minyak goreng", "4. Telur ayam")]
    [InlineData("Jakarta, 12 Juni 2024", "Yth. Bapak Camat", "di tempat", "Dengan hormat,", Body, "Hormat kami,", "Budi Santoso")]
    [InlineData("Nama    Umur    Kota", "Andi    12      Solo", "Budi    13      Tegal", "Cici    11      Kudus")]
    public void Verse_dialogue_lists_letters_and_tables_have_no_headings_and_lose_nothing(params string[] lines)
    {
        var text = Parse(lines);

        Assert.Empty(Headings(text));
        Assert.Null(text.Title);
        Assert.Equal(lines.Select(WhiteSpace.Fold), Paragraphs(text));
    }

    [Fact]
    public void Two_lines_of_labels_and_values_are_not_headings() =>
        Assert.Empty(Headings(Parse(English, "", "Best Film: The Aviator", "", "Best Actor: Jamie Foxx", "", English)));

    [Fact]
    public void A_short_line_after_an_unfinished_one_is_not_a_heading() =>
        Assert.Empty(Headings(Parse(Body, "Tim yang lolos adalah sebagai berikut, menurut panitia", "Persib Bandung", Body)));

    [Fact]
    public void A_short_line_at_the_end_heads_nothing() => Assert.Empty(Headings(Parse(Body, Body, "Tim Redaksi")));

    [Theory]
    [InlineData("Putin dan Kim Bertemu di Pyongyang")]
    [InlineData("marquez pebalap tercepat fp1 gp san marino")]
    [InlineData("“Kami Siap”, Kata Pelatih Persib")]
    [InlineData("Mengapa Kopi Gayo Mahal?")]
    [InlineData("Gempa!")]
    public void A_short_first_line_is_the_title(string title)
    {
        var text = Parse(title, "", Body, Body);

        Assert.Equal(title, text.Title);
        Assert.Equal([Body, Body], Paragraphs(text));
    }

    [Fact]
    public void A_by_line_and_a_date_may_stand_between_title_and_text()
    {
        var text = Parse("Panen Raya di Karawang", "Oleh Budi Santoso", "Karawang, 12 Juni 2024", Body);

        Assert.Equal("Panen Raya di Karawang", text.Title);
        Assert.Equal(["Oleh Budi Santoso", "Karawang, 12 Juni 2024", Body], Paragraphs(text));
    }

    [Theory]
    [InlineData("Introduction")]
    [InlineData("Latar Belakang")]
    [InlineData("1. Awal Mula")]
    public void A_first_line_that_only_opens_the_text_is_a_section(string heading)
    {
        var text = Parse(heading, English, "Conclusion", English);

        Assert.Null(text.Title);
        Assert.Equal([heading, "Conclusion"], Headings(text));
    }

    [Fact]
    public void A_line_above_a_single_paragraph_is_the_title_however_many_commas_the_paragraph_has()
    {
        var text = Parse("Cheap Microphones Count Swifts", "", English + " It counts swifts, gulls, terns, crows, and owls.");

        Assert.Equal("Cheap Microphones Count Swifts", text.Title);
        Assert.Empty(Headings(text));
    }

    [Fact]
    public void A_text_that_begins_with_a_paragraph_has_no_title() => Assert.Null(Parse(Body, Body).Title);

    [Fact]
    public void Titles_and_headings_may_follow_each_other_at_once()
    {
        var text = Parse("Kopi Gayo", "Sejarah Singkat", Body, "Masa Depan", Body);

        Assert.Equal("Kopi Gayo", text.Title);
        Assert.Equal(["Sejarah Singkat", "Masa Depan"], Headings(text));
    }

    [Fact]
    public void The_shared_article_has_its_lead_and_exactly_its_twelve_headings()
    {
        var text = PlainTextReader.Read(File.ReadAllText(SharedFiles.PathOrSkip("articles/pyongyang.txt")));

        Assert.Null(text.Title);
        Assert.All(text.Sections, section => Assert.Single(section.Paragraphs));
        Assert.Equal(
            [
                "Latar Belakang Pertemuan", "Tujuan Pertemuan", "Kerjasama Ekonomi", "Aliansi Militer dan Keamanan", "Geopolitik dan Dunia Multipolar",
                "Reaksi Internasional", "Reaksi dari Amerika Serikat", "Pandangan dari Negara-Negara Asia", "Implikasi Jangka Panjang",
                "Peningkatan Kerja Sama Internasional", "Stabilitas Regional", "Kesimpulan",
            ],
            Headings(text));
    }

    [Fact]
    public void No_text_makes_it_throw_and_no_letter_is_lost()
    {
        string[] pieces = [Body, English, "Judul", "1. Satu", "- butir", "=====", "", " ", "\t", "a", "?", "Ya.", "KATA", "| x | y |", "Oleh X", "\ud83d", "e\u0301"];
        Gen.OneOf(Gen.String, Gen.Int[0, pieces.Length - 1].Array[0, 30].Select(lines => string.Join('\n', lines.Select(line => pieces[line]))))
            .Sample(written =>
            {
                var text = Parse(written);
                var read = text.Sections.SelectMany(section => section.Paragraphs.Prepend(section.Heading)).Prepend(text.Title ?? "");
                Assert.Equal(Letters(written), Letters(string.Concat(read)));
            });
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static ParsedText Parse(params string[] lines) => PlainTextReader.Read(string.Join('\n', lines));

    private static IEnumerable<string> Headings(ParsedText text) => text.Sections.Select(section => section.Heading).Where(heading => heading.Length > 0);

    private static IEnumerable<string> Paragraphs(ParsedText text) => text.Sections.SelectMany(section => section.Paragraphs);
}
