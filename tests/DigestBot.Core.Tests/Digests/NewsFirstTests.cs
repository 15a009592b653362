using DigestBot.Articles;
using DigestBot.Support;

namespace DigestBot.Digests;

public sealed class NewsFirstTests
{
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

    private static Digest Of(Article article, int length, int ranked)
    {
        var engine = new FirstSentences();
        return NewsFirst.Of(engine.Digest(article, new DigestOptions(1, length)), engine.Digest(article, new DigestOptions(1, ranked)), Before);
    }

    private static Article Article(params string[] sentences) =>
        TestArticles.Article("a/1", "Satu") with { Sections = [TestArticles.Section("Isi", sentences)] };
}
