using CsCheck;
using DigestBot.Articles;
using DigestBot.Articles.Sentences;
using DigestBot.Digests.Extractive;
using DigestBot.Support;

namespace DigestBot.Digests;

public sealed class NewsFirstTests
{
    private static readonly string[] Lines = ["Satu.", "Ia pergi.", "Di sana hujan turun.", "Baca juga: Harga cabai", "Warga pulang. (abc)", "Empat baru."];
    private static readonly Edition Before = Edition.Of(1, Article("Satu.", "Dua.", "Tiga.", "Empat."), default);

    [Theory]
    [InlineData("Satu. Dua. Tiga baru. Empat.", "Satu. Tiga baru.")]
    [InlineData("Satu. Dua baru. Tiga. Empat baru.", "Dua baru. Empat baru.")]
    [InlineData("Satu baru. Dua. Tiga baru. Empat baru.", "Satu baru. Tiga baru.")]
    [InlineData("Satu. Dua. Empat.", "Satu. Dua.")]
    public void New_sentences_come_before_those_that_were_read_and_stand_in_the_order_of_the_text(string text, string digest)
    {
        var article = Article([.. text.Split(". ").Select(sentence => sentence.TrimEnd('.') + ".")]);

        Assert.Equal(digest, string.Join(' ', Of(article, length: 2, ranked: 10).Sections[1].Sentences));
    }

    [Fact]
    public void A_new_sentence_that_not_even_the_longer_digest_has_is_shown_all_the_same() =>
        Assert.Equal(["Empat baru."], Of(Article("Satu.", "Dua.", "Tiga.", "Empat baru."), length: 1, ranked: 2).Sections[1].Sentences);

    [Fact]
    public void A_section_that_did_not_change_is_digested_as_ever() =>
        Assert.Equal(["Satu."], Of(Article("Satu.", "Dua.", "Tiga.", "Empat."), length: 1, ranked: 10).Sections[1].Sentences);

    [Theory]
    [InlineData("Satu. Gubernur Bali mengumumkan tarif baru. Sehari kemudian ia membatalkannya. Empat.", 1, "Gubernur Bali mengumumkan tarif baru. Sehari kemudian ia membatalkannya.")]
    [InlineData("Satu. Gubernur Bali mengumumkan tarif baru. Baca juga: Harga cabai. Ia membatalkannya.", 1, "Gubernur Bali mengumumkan tarif baru. Ia membatalkannya.")]
    [InlineData("Warga Bali resah. Mereka mendatangi gubernur. Ia membatalkan tarif.", 1, "Warga Bali resah. Mereka mendatangi gubernur. Ia membatalkan tarif.")]
    [InlineData("Satu. Dua. Gubernur datang. Ia membatalkan tarif.", 2, "Gubernur datang. Ia membatalkan tarif.")]
    public void A_new_sentence_that_leans_brings_the_one_before_it(string text, int length, string digest)
    {
        var sentences = text.Split(". ").Select(sentence => sentence.TrimEnd('.') + ".").ToArray();
        var before = Edition.Of(1, Article(sentences[..^1]) with { Lead = TestArticles.Section("", "Sehari kemudian ia mundur.") }, default);
        if (sentences[^1] == "Empat.") before = Edition.Of(1, Article(sentences[0], sentences[1], sentences[3]), default);

        Assert.Equal(digest, string.Join(' ', Of(Article(sentences), length, ranked: 10, before).Sections[1].Sentences));
    }

    [Fact]
    public void The_shipped_engine_shows_an_addition_that_leans_behind_what_it_leans_on()
    {
        string[] text = ["Gubernur Bali mengumumkan tarif retribusi baru bagi wisatawan pada Senin.", "Tarif itu berlaku bagi semua pelancong asing.", "Pelaku usaha meminta waktu satu tahun."];
        var article = Article([.. text, "Sehari kemudian ia membatalkannya."]);
        var engine = new ExtractiveEngine();
        var digest = NewsFirst.Of(engine.Digest(article, new DigestOptions()), engine.Digest(article, new DigestOptions(1, NewsFirst.Ranked)), Edition.Of(1, Article(text), default));

        Assert.Equal([text[2], "Sehari kemudian ia membatalkannya."], digest.Sections[1].Sentences.TakeLast(2));
    }

    [Fact]
    public void A_pointer_to_another_page_is_never_shown_as_news()
    {
        var article = Article("Satu.", "Dua.", "Baca juga: Harga Cabai Naik Lagi");

        Assert.Equal(["Satu."], Of(article, length: 1, ranked: 10).Sections[1].Sentences);
    }

    [Fact]
    public void A_new_sentence_is_shown_without_initials() =>
        Assert.Equal(["Lima warga pulang."], Of(Article("Satu.", "Lima warga pulang. (abc/def)"), length: 1, ranked: 10).Sections[1].Sentences);

    [Fact]
    public void Whatever_was_added_the_digest_shows_some_of_it_and_is_two_longer_at_most() =>
        Gen.Select(Gen.Int[0, Lines.Length - 1].Select(index => Lines[index]).Array[1, 8], Gen.Int[1, 4])
            .Sample((sentences, length) =>
            {
                var article = Article(sentences);
                var news = sentences.Where(sentence => News.Is(sentence, Before)).Select(Initials.TakenOff).ToArray();
                var shown = Of(article, length, ranked: 10).Sections[1].Sentences;

                Assert.True(news.Length == 0 || shown.Any(news.Contains));
                Assert.InRange(shown.Count, 1, length + 2);
                Assert.All(shown, sentence => Assert.Contains(sentence, sentences.Select(Initials.TakenOff)));
            });

    private static Digest Of(Article article, int length, int ranked, Edition? before = null)
    {
        var engine = new FirstSentences();
        return NewsFirst.Of(engine.Digest(article, new DigestOptions(1, length)), engine.Digest(article, new DigestOptions(1, ranked)), before ?? Before);
    }

    private static Article Article(params string[] sentences) =>
        TestArticles.Article("a/1", "Satu") with { Sections = [TestArticles.Section("Isi", sentences)] };
}
