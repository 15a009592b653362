namespace DigestBot.Articles.ContentFolder.PlainText;

public sealed class HeadingFinderTests
{
    private const string Body =
        "Paragraf ini cukup panjang untuk menjadi isi sebuah bagian, karena memuat lebih dari dua belas kata dan diakhiri tanda titik.";

    [Theory]
    [InlineData("Baca juga: Harga Beras Naik Lagi")]
    [InlineData("BACA JUGA Harga Beras Naik Lagi")]
    [InlineData("Simak Juga: Panen Raya di Karawang")]
    [InlineData("Oleh Budi Santoso")]
    [InlineData("By Jane Doe")]
    [InlineData("Foto: Antara/Budi Santoso")]
    [InlineData("Presiden di Istana (Foto: Setneg)")]
    [InlineData("Gambar 1 Peta Wilayah")]
    [InlineData("Editor: Siti Aminah")]
    [InlineData("Jakarta, 19 Juni 2024")]
    [InlineData("Rabu, 19 Juni 2024 07.00 WIB")]
    [InlineData("Persib 2-1 Persija")]
    [InlineData("Indonesia 3 – 0 Vietnam")]
    [InlineData("https://contoh.id/berita")]
    [InlineData("redaksi@contoh.id")]
    [InlineData("“Kami Tidak Takut”")]
    [InlineData("(Rsa/Did)")]
    [InlineData("Pelatih: Zinedine Zidane")]
    [InlineData("Navas, Carvajal, Varane, Nacho, Marcelo")]
    [InlineData("Berikut susunan pemain:")]
    [InlineData("Ini pernyataan lengkapnya")]
    [InlineData("Lalu apa jawaban Dimas?")]
    [InlineData("12.500")]
    [InlineData("Ia datang. Ia pergi")]
    [InlineData("kata yang hilang ujungnya")]
    [InlineData("Ia menutup pembicaraan itu.")]
    [InlineData("Selesai!")]
    [InlineData("Mengapa?")]
    [InlineData("Bagaimana dengan harga beras?")]
    [InlineData("City of Cowboy.")]
    [InlineData("Executive General Manager PT.")]
    [InlineData("Saat ini komunikasi itu tengah diatur")]
    [InlineData("Keputusan tersebut diprotes warga")]
    [InlineData("Hal itu diatur dalam Peraturan Presiden Nomor 54")]
    [InlineData("Ketika Anda menang, semuanya mudah. \"")]
    [InlineData("PIALA AFF: Kapan Piala AFF Digelar")]
    [InlineData("BERITA JUVE - Cedera Bek Tidak Parah")]
    [InlineData("Dipantau Pelatih City, Ini Komentar Klopp")]
    [InlineData("Jakarta (Antara) - Harga Naik Lagi")]
    [InlineData("Pendapatan kotor: Rp 7 triliun")]
    [InlineData("B")]
    public void Other_short_lines_of_the_news_are_not_headings(string line)
    {
        var text = Parse(Body, line, Body, Body);

        Assert.Empty(Headings(text));
        Assert.Contains(line, Paragraphs(text));
    }

    [Fact]
    public void A_line_that_goes_on_in_lower_case_is_not_a_heading() =>
        Assert.Empty(Headings(Parse(Body, "Untuk membersihkan sepatu", "warga " + Body, Body)));

    [Fact]
    public void A_lone_question_that_a_whole_paragraph_answers_is_a_heading() =>
        Assert.Equal(["Bagaimana dengan harga beras?"], Headings(Parse(Body, "Bagaimana dengan harga beras?", $"{Body} {Body}", Body)));

    [Theory]
    [InlineData("“Blusukan” ala Gubernur")]
    [InlineData("#SaveKotaTua di Media Sosial")]
    [InlineData("iPhone di Pulau Terpencil")]
    [InlineData("Apa arti pameran ini bagi Anda?")]
    [InlineData("1) Latar Belakang")]
    public void Between_blank_lines_more_is_a_heading(string line)
    {
        string body = $"{Body} {Body}";

        Assert.Equal([line], Headings(Parse(Body, "", line, "", body, "", Body)));
        Assert.Empty(Headings(Parse(Body, line, body, Body)));
    }

    [Fact]
    public void A_paragraph_may_begin_with_a_name_in_lower_case() =>
        Assert.Equal(["Kota Pintar"], Headings(Parse(Body, "", "Kota Pintar", "", "iPhone dan " + Body, "", Body)));

    [Theory]
    [InlineData("“Kami Tidak Takut”")]
    [InlineData("“Kami siap” kata Budi Santoso")]
    [InlineData("#jakarta #banjir #musimhujan")]
    [InlineData("#SaveKotaTua")]
    [InlineData("Saat ini komunikasi itu tengah diatur")]
    [InlineData("a) Latar Belakang")]
    [InlineData("kata yang hilang ujungnya")]
    public void Blank_lines_alone_make_no_heading(string line) => Assert.Empty(Headings(Parse(Body, "", line, "", Body, "", Body)));

    [Fact]
    public void Numbered_items_between_blank_lines_are_a_list_where_they_follow_each_other_and_headings_where_text_parts_them()
    {
        Assert.Empty(Headings(Parse(Body, "", "1) Beras merah", "", "2) Gula pasir", "", Body)));
        Assert.Equal(["1) Latar Belakang", "2) Hasil"], Headings(Parse(Body, "", "1) Latar Belakang", "", Body, "", "2) Hasil", "", Body)));
    }

    [Theory]
    [InlineData("Lalu, Bagaimana Nasib Mereka?")]
    [InlineData("Apakah Anda Termasuk?")]
    [InlineData("Jadi Tuan Rumah")]
    [InlineData("By the Numbers")]
    [InlineData("So What Comes Next?")]
    [InlineData("Now and Then")]
    [InlineData("Nahdlatul Ulama dan Politik")]
    public void A_title_between_blank_lines_may_begin_as_a_sentence_that_leads_over_does(string line) =>
        Assert.Equal([line], Headings(Parse(Body, "", line, "", $"{Body} {Body}", "", Body)));

    [Theory]
    [InlineData("By Jane Doe")]
    [InlineData("By The Associated Press")]
    [InlineData("Oleh Budi Santoso")]
    [InlineData("Lalu apa jawaban Dimas?")]
    [InlineData("Jadi semua sudah selesai")]
    [InlineData("Benarkah demikian?")]
    [InlineData("Terutama Sparrow.")]
    [InlineData("Hal Itu Diatur dalam Peraturan Presiden Nomor 54")]
    [InlineData("Mengapa?")]
    public void By_lines_and_sentences_between_blank_lines_are_no_headings(string line) =>
        Assert.Empty(Headings(Parse(Body, "", line, "", $"{Body} {Body}", "", Body)));

    [Fact]
    public void Questions_between_blank_lines_head_their_answers_however_they_begin_where_others_ask_too()
    {
        string[] questions = ["Siapa yang wajib ikut?", "Bagaimana cara mendaftar?", "Berapa iurannya?", "Lalu, kapan jaminan berlaku?"];

        Assert.Equal(questions, Headings(Parse([Body, "", .. questions.SelectMany(question => (string[])[question, "", Body, ""])])));
    }

    [Fact]
    public void A_title_may_begin_with_a_name_that_is_also_a_word_that_leads_over() =>
        Assert.Equal("Lalu Muhammad Zohri Juara Dunia", Parse("Lalu Muhammad Zohri Juara Dunia", "", Body, Body).Title);

    private static ParsedText Parse(params string[] lines) => PlainTextReader.Read(string.Join('\n', lines));

    private static IEnumerable<string> Headings(ParsedText text) => text.Sections.Select(section => section.Heading).Where(heading => heading.Length > 0);

    private static IEnumerable<string> Paragraphs(ParsedText text) => text.Sections.SelectMany(section => section.Paragraphs);
}
