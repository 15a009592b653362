using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Selection;

public sealed class SelectorTests
{
    [Fact]
    public void The_best_are_chosen_and_stand_in_the_order_of_the_text() =>
        Assert.Equal([1, 3], Choose(["Satu pagi.", "Dua siang.", "Tiga sore.", "Empat malam."], [0, 2, 1, 3], 2));

    [Fact]
    public void Of_equals_the_earlier_is_chosen() =>
        Assert.Equal([0], Choose(["Satu pagi.", "Dua siang."], [1.000001f, 1.000004f], 1));

    [Fact]
    public void A_sentence_that_points_back_is_passed_over_alone() =>
        Assert.Equal([0, 2], Choose(["Satu pagi.", "Dua siang.", "Tiga sore.", "Mereka pulang."], [3, 0, 1, 2], 2));

    [Fact]
    public void A_sentence_that_points_back_is_welcome_behind_the_one_it_points_to() =>
        Assert.Equal([0, 1], Choose(["Satu pagi.", "Mereka pulang.", "Tiga sore."], [3, 2, 1], 2));

    [Fact]
    public void A_repetition_gives_way_to_something_new() =>
        Assert.Equal([0, 2], Choose(["Kapal tenggelam di Selat Bali.", "Kapal tenggelam di Selat Bali.", "Hujan turun."], [2, 1.9f, 1], 2));

    [Theory]
    [InlineData("Baca juga: Harga beras naik lagi.")]
    [InlineData("Warga mengantre beras (Foto: Antara)")]
    [InlineData("Berikut daftarnya:")]
    [InlineData("Syaratnya ada tiga:")]
    [InlineData("\"Kami sudah menunggu sejak April.\"")]
    [InlineData("dan pasar pun tutup.")]
    [InlineData("Ini belum pernah terjadi.")]
    [InlineData("However, the market closed.")]
    [InlineData("Di sana hujan tidak pernah turun.")]
    public void A_sentence_that_reads_badly_alone_gives_way_to_a_plain_one(string sentence) =>
        Assert.Equal([2], Choose(["Satu pagi yang panjang.", sentence, "Tiga sore yang panjang."], [0, 2, 1], 1));

    [Theory]
    [InlineData("\"Kami sudah menunggu sejak April,\" kata Sri Wahyuni.")]
    [InlineData("iPhone baru dijual mulai besok.")]
    [InlineData("Berikutnya pasar dibuka lagi.")]
    public void A_quotation_with_its_speaker_and_a_name_with_a_small_letter_are_as_good_as_any(string sentence) =>
        Assert.Equal([1], Choose(["Satu pagi yang panjang.", sentence, "Tiga sore yang panjang."], [0, 2, 1], 1));

    [Fact]
    public void The_middle_of_a_quotation_is_passed_over_unless_its_opening_is_there()
    {
        string[] sentences = ["\"Kami menunggu sejak April,\" kata Sri. \"Toko tutup.", "Anak-anak lapar.", "Itu saja.\"", "Hujan turun deras sekali."];
        Assert.Equal([3], Choose(sentences, [0, 2, 0, 1], 1));
        Assert.Equal([0, 1, 2], Choose(sentences, [9, 2, 3, 1], 3));
    }

    [Theory]
    [InlineData("“Kami menunggu sejak April,” kata Sri. “Toko tutup.", "Anak-anak lapar, kata orang.”")]
    [InlineData("Sri berkata, \"Kami menunggu sejak April.", "Anak-anak lapar,\" katanya.")]
    public void Half_of_a_quotation_is_passed_over_whoever_says_it(string opening, string closing)
    {
        string[] sentences = ["Satu pagi yang panjang.", opening, closing, "Hujan turun deras sekali."];
        Assert.Equal([3], Choose(sentences, [0, 2, 0, 1], 1));
        Assert.Equal([3], Choose(sentences, [0, 0, 2, 1], 1));
        Assert.Equal([1, 2], Choose(sentences, [0, 7, 3, 2], 2));
    }

    [Fact]
    public void A_quotation_that_goes_on_in_another_paragraph_has_two_halves_only_where_its_marks_have_a_shape()
    {
        string[][] curly = [["Sri berkata, “Toko tutup sejak pagi."], ["Anak-anak lapar,” katanya lagi."], ["Hujan turun deras sekali."]];
        string[][] straight = [["Layar 27\" dijual murah di toko."], ["Layar 32\" juga dijual murah."], ["Hujan turun deras sekali."]];
        Assert.Equal([2], Choose(curly, [2, 0, 1], 1));
        Assert.Equal([0], Choose(straight, [2, 0, 1], 1));
    }

    [Fact]
    public void The_opening_of_a_quotation_is_passed_over_without_its_speaker() =>
        Assert.Equal([3], Choose(["Satu pagi yang panjang.", "\"Kami menunggu sejak April.", "Toko tutup.\"", "Hujan turun deras sekali."], [0, 2, 0, 1], 1));

    [Fact]
    public void A_mark_that_is_never_closed_does_not_make_the_rest_of_the_text_a_quotation() =>
        Assert.Equal([6], Choose(["Layar 27\" dijual.", "Satu.", "Dua.", "Tiga.", "Empat.", "Lima hari lagi.", "Enam hari lagi."], [0, 0, 0, 0, 0, 1, 2], 1));

    [Fact]
    public void Scraps_are_taken_only_where_there_is_nothing_else()
    {
        Assert.Equal([1], Choose(["Penulis: Sri Wahyuni", "Hujan turun deras."], [5, 0], 2));
        Assert.Equal([0], Choose(["Penulis: Sri Wahyuni", "Editor: Budi"], [5, 0], 2));
    }

    [Fact]
    public void A_quotation_without_its_speaker_is_passed_over_behind_a_sentence_that_names_none()
    {
        string[] sentences = ["Toko sudah tutup sejak pagi.", "\"Kami menunggu sejak April.\"", "Semua habis.", "Hujan turun deras sekali."];
        Assert.Equal([0, 3], Choose(sentences, [3, 2, 0, 1], 2));
        sentences[0] = "Toko sudah tutup, kata Sri.";
        Assert.Equal([0, 1], Choose(sentences, [3, 2, 0, 1], 2));
    }

    [Fact]
    public void A_gap_counts_twice_where_the_digest_would_open_with_it()
    {
        string[] sentences = ["Satu pagi yang panjang.", "Mereka pulang ke rumah.", "Tiga sore yang panjang."];
        Assert.Equal([0], Choose(sentences, [0, 4, -3], 1));
        Assert.Equal([1], Choose(sentences, [0, 6, -3], 1));
    }

    [Fact]
    public void The_sentence_before_one_that_points_back_is_worth_the_gap_that_it_closes() =>
        Assert.Equal([0, 1], Choose(["Satu pagi yang panjang.", "Mereka pulang ke rumah.", "Tiga sore yang panjang."], [0, 8, 2], 2));

    [Theory]
    [InlineData("Jalan itu panjang dan lebar.")]
    [InlineData("Di peta, bentuknya melengkung.")]
    [InlineData("Akibatnya, pasar pindah.")]
    [InlineData("Setelah peresmian, mereka pulang.")]
    public void In_an_article_with_sections_a_sentence_that_leans_gives_way_to_one_that_stands(string sentence)
    {
        string[] sentences = ["Jalan layang dibuka kemarin.", sentence, "Dua jembatan menyusul tahun depan."];
        Assert.Equal([2], Choose(sentences, [0, 3.5f, 2], 1, hasSections: true));
        Assert.Equal([1], Choose(sentences, [0, 3.5f, 2], 1));
        Assert.Equal([0, 1], Choose(sentences, [3, 2.4f, 2], 2, hasSections: true));
    }

    [Fact]
    public void A_thing_that_the_digest_has_named_may_be_pointed_at_from_further_on()
    {
        string[] sentences = ["Jalan layang dibuka kemarin.", "Hujan turun deras.", "Jalan itu panjang dan lebar.", "Dua jembatan menyusul tahun depan."];
        Assert.Equal([0, 2], Choose(sentences, [3, 0, 2.4f, 2], 2, hasSections: true));
        sentences[0] = "Menteri datang kemarin.";
        Assert.Equal([0, 3], Choose(sentences, [3, 0, 2.4f, 2], 2, hasSections: true));
    }

    [Theory]
    [InlineData("Awal abad ini sebuah tiruan dibangun di Kangean.", false)]
    [InlineData("Di Kangean dibangun sebuah kapal baru.", false)]
    [InlineData("Kapal layar itu pernah singgah di sebuah pulau.", true)]
    [InlineData("Angin barat bertiup kencang di laut.", true)]
    public void A_thing_may_not_be_pointed_at_past_a_sentence_that_brings_in_another(string between, bool isKept)
    {
        string[] sentences = ["Relief candi menggambarkan kapal layar.", between, "Kapal itu berlayar ke Ghana.", "Dua museum menyusul tahun depan."];
        Assert.Equal(isKept ? [0, 2] : [0, 3], Choose(sentences, [3, 0, 2.4f, 2], 2, hasSections: true));
    }

    [Fact]
    public void More_than_there_is_gives_all_there_is() => Assert.Equal([0, 1], Choose(["Satu pagi.", "Dua siang."], [0, 0], 9));

    private static int[] Choose(string[] sentences, float[] scores, int count, bool hasSections = false) =>
        Choose([sentences], scores, count, hasSections);

    private static int[] Choose(string[][] paragraphs, float[] scores, int count, bool hasSections = false)
    {
        var article = ScannedArticle.Of(SampleArticles.Plain("id", paragraphs));
        var unit = new UnitBuilder(article).Build(new UnitFrame(0, scores.Length, [], [], IsHeaded: false, hasSections, MayBeAbstract: false));
        return Selector.Choose(unit, scores, count, Model.Shipped);
    }
}
