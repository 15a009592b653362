namespace DigestBot.Articles.ContentFolder.PlainText;

public sealed class ChapterHeadingsTests
{
    private const string Body =
        "Paragraf ini cukup panjang untuk menjadi isi sebuah bagian, karena memuat lebih dari dua belas kata dan diakhiri tanda titik.";

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    public void A_school_paper_keeps_its_title_its_chapters_and_the_text_under_its_own_heading(string between)
    {
        var text = PlainTextReader.Read(string.Join(
            between, "MAKALAH PENCEMARAN UDARA", "BAB I", "PENDAHULUAN", "A. Latar Belakang", "Satu. " + Body, "B. Tujuan", "Dua. " + Body,
            "BAB II", "PEMBAHASAN", "A. Penyebab", "Tiga. " + Body, "B. Dampak", "Empat. " + Body, "BAB III", "PENUTUP", "Lima. " + Body));

        Assert.Equal("MAKALAH PENCEMARAN UDARA", text.Title);
        Assert.Equal(
            [
                ("BAB I: PENDAHULUAN", 1, ""), ("A. Latar Belakang", 2, "Satu"), ("B. Tujuan", 2, "Dua"),
                ("BAB II: PEMBAHASAN", 1, ""), ("A. Penyebab", 2, "Tiga"), ("B. Dampak", 2, "Empat"), ("BAB III: PENUTUP", 1, "Lima"),
            ],
            text.Sections.Select(section => (section.Heading, section.Level, string.Concat(section.Paragraphs.Select(paragraph => paragraph.Split('.')[0])))));
    }

    [Fact]
    public void An_English_chapter_does_not_go_under_the_section_before_it() =>
        Assert.Equal(
            ["CHAPTER 1: INTRODUCTION", "1.1 Background", "1.2 Aims", "CHAPTER 2: FINDINGS", "2.1 Trade"],
            Headings("Harbour Report", "CHAPTER 1", "INTRODUCTION", "1.1 Background", Body, "1.2 Aims", Body, "CHAPTER 2", "FINDINGS", "2.1 Trade", Body));

    [Theory]
    [InlineData("BAB I", "PENDAHULUAN", "BAB I: PENDAHULUAN")]
    [InlineData("BAB I", "Pendahuluan", "BAB I: Pendahuluan")]
    [InlineData("BAB I.", "PENDAHULUAN", "BAB I: PENDAHULUAN")]
    [InlineData("Bab 1:", "Pendahuluan", "Bab 1: Pendahuluan")]
    [InlineData("Chapter 2", "The long war", "Chapter 2: The long war")]
    [InlineData("Part II", "Who Pays?", "Part II: Who Pays?")]
    public void A_chapter_and_its_name_on_the_line_below_are_one_heading(string chapter, string name, string heading)
    {
        Assert.Equal([heading], Headings(Body, chapter, name, $"{Body} {Body}"));
        Assert.Equal([heading], Headings(Body, "", chapter, "", name, "", $"{Body} {Body}"));
    }

    [Fact]
    public void Parts_and_chapters_with_names_stand_below_each_other() =>
        Assert.Equal(["PART I: Who Pays", "Chapter 1: The Harbour"], Headings(Body, "PART I", "Who Pays", "Chapter 1", "The Harbour", Body));

    [Fact]
    public void A_chapter_without_a_name_stands_alone() =>
        Assert.Equal(["BAB I", "BAB II", "A. Tujuan"], Headings(Body, "BAB I", Body, "BAB II", "A. Tujuan", Body));

    [Fact]
    public void Headings_three_deep_stand_below_each_other() =>
        Assert.Equal(["II. PEMBAHASAN", "A. Penyebab", "1. Kendaraan"], Headings(Body, "II. PEMBAHASAN", "A. Penyebab", "1. Kendaraan", Body));

    [Fact]
    public void Capitals_over_a_numbered_heading_stand_too() =>
        Assert.Equal(["HASIL", "2.1 PERDAGANGAN", "2.1.1 Ekspor"], Headings(Body, "HASIL", "2.1 PERDAGANGAN", "2.1.1 Ekspor", Body));

    [Fact]
    public void The_head_of_a_letter_in_capitals_is_no_heading() =>
        Assert.Empty(Headings(Body, "PEMERINTAH KOTA BANDUNG", "DINAS PENDIDIKAN", "SMP NEGERI 3 BANDUNG", Body));

    [Fact]
    public void A_headline_that_counts_what_it_names_ends_a_list_of_them() =>
        Assert.Empty(Headings(Body, "Duo Serigala Pindah Grup", "Pamela Safitri Minta Maaf", "3 Goyangan Baru untuk Duo Serigala", Body));

    private static IEnumerable<string> Headings(params string[] lines) =>
        PlainTextReader.Read(string.Join('\n', lines)).Sections.Select(section => section.Heading).Where(heading => heading.Length > 0);
}
