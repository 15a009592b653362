using CsCheck;

namespace DigestBot.Articles.ContentFolder.PlainText;

public sealed class NumberedItemsTests
{
    private const string Body =
        "Paragraf ini cukup panjang untuk menjadi isi sebuah bagian, karena memuat lebih dari dua belas kata dan diakhiri tanda titik.";

    [Fact]
    public void Steps_of_a_recipe_are_a_list_however_short_some_of_them_are()
    {
        string[] steps =
        [
            "1. Cuci kedelai sampai bersih.", "2. Rendam kedelai semalaman.", "3. Kupas kulit arinya.", "4. Taburi ragi tempe.",
            "5. Bungkus dengan daun pisang, lalu lubangi dengan tusuk gigi agar udara dapat masuk ke dalam bungkusan.",
            "6. Simpan selama dua hari di tempat yang hangat dan kering sampai kapang menutupi seluruh permukaan kedelai.",
        ];

        var text = Parse([Body, "", "Cara Membuat", "", .. steps, "", "Manfaat", "", Body]);
        var spaced = Parse([Body, "", "Cara Membuat", "", .. steps.SelectMany(step => (string[])[step, ""]), "Manfaat", "", Body]);

        Assert.Equal(["Cara Membuat", "Manfaat"], Headings(text));
        Assert.Equal(steps, text.Sections[1].Paragraphs);
        Assert.Equal(["Cara Membuat", "Manfaat"], Headings(spaced));
    }

    [Fact]
    public void A_question_of_a_numbered_list_does_not_head_what_follows_the_list()
    {
        var text = Parse(
            Body, "1.2 Rumusan Masalah", "1. Bagaimana sistem pengelolaan sampah di desa?", "2. Apa saja kendala yang dihadapi?",
            "2.1 Sistem Pengelolaan", Body, "2.2 Kendala", Body);

        Assert.Equal(["1.2 Rumusan Masalah", "2.1 Sistem Pengelolaan", "2.2 Kendala"], Headings(text));
        Assert.Equal(2, text.Sections[1].Paragraphs.Count);
    }

    [Theory]
    [InlineData("1. Beras merah", "2. Gula pasir")]
    [InlineData("1 Beras Merah", "2 Gula Pasir")]
    [InlineData("9. Beras Merah", "10. Gula Pasir")]
    [InlineData("A. Beras Merah", "B. Gula Pasir")]
    [InlineData("I. Beras Merah", "II. Gula Pasir")]
    [InlineData("IV. Beras Merah", "V. Gula Pasir")]
    [InlineData("2.1 Beras Merah", "2.2 Gula Pasir")]
    [InlineData("Bab 1: Beras Merah", "Bab 2: Gula Pasir")]
    public void Lines_that_count_on_without_text_between_are_items_and_headings_where_text_parts_them(string first, string second)
    {
        Assert.Empty(Headings(Parse(Body, first, second, Body)));
        Assert.Equal([first, second], Headings(Parse(Body, first, Body, second, Body)));
    }

    [Fact]
    public void A_heading_may_carry_the_number_after_the_last_of_a_list_that_a_blank_line_ends() =>
        Assert.Equal(["2. Masalah", "3. Tujuan"], Headings(Parse(Body, "", "2. Masalah", "1. Apa penyebabnya?", "2. Apa dampaknya?", "", "3. Tujuan", Body)));

    [Fact]
    public void A_heading_directly_over_a_deeper_one_is_no_item() =>
        Assert.Equal(["2. Hasil", "2.1 Perdagangan"], Headings(Parse(Body, "2. Hasil", "2.1 Perdagangan", Body)));

    [Fact]
    public void The_entries_of_a_list_of_contents_are_no_headings() =>
        Assert.Equal(["BAB I: PENDAHULUAN"], Headings(Parse(
            Body, "", "BAB I PENDAHULUAN", "A. Latar Belakang", "B. Tujuan", "BAB II PEMBAHASAN", "A. Penyebab", "B. Dampak", "BAB III PENUTUP", "", "BAB I", "PENDAHULUAN", Body)));

    [Fact]
    public void However_long_a_numbered_list_is_nothing_in_it_is_a_heading()
    {
        string[] marks = [". ", " ", ") "];
        string[] items = ["Beras Merah", "Cuci beras.", "Cuci berasnya sampai bersih.", "Apa saja bahannya?", Body];
        Gen.Select(Gen.Int[1, 80], Gen.Int[0, marks.Length - 1], Gen.Int[0, items.Length - 1].Array[2, 12])
            .Sample((first, mark, list) => Assert.Empty(Headings(Parse([Body, .. list.Select((item, index) => $"{first + index}{marks[mark]}{items[item]}"), Body]))));
    }

    private static ParsedText Parse(params string[] lines) => PlainTextReader.Read(string.Join('\n', lines));

    private static IEnumerable<string> Headings(ParsedText text) => text.Sections.Select(section => section.Heading).Where(heading => heading.Length > 0);
}
