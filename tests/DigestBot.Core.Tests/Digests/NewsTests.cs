using DigestBot.Articles;

namespace DigestBot.Digests;

public sealed class NewsTests
{
    private static readonly Article Before = TestArticles.Article("a/1", "A") with { Lead = TestArticles.Section("", "Satu.", "Dua.", "Warga pulang. (abc)") };
    private static readonly Edition Older = Edition.Of(1, Before, default);

    [Theory]
    [InlineData("Empat.")]
    [InlineData("Surabaya")]
    [InlineData("Warga pulang malam. (abc)")]
    public void A_sentence_that_stood_nowhere_before_is_news(string sentence) =>
        Assert.True(News.IsIn(TestArticles.Section("Lain", "Satu.", sentence), Older));

    [Theory]
    [InlineData("Dua.")]
    [InlineData("Warga pulang. (abc/def)")]
    [InlineData("Warga pulang.")]
    [InlineData("Baca juga: Harga Cabai Naik Lagi")]
    [InlineData("Penulis: Sri Wahyuni")]
    [InlineData("Warga mengantre beras di Solo (Foto: Antara)")]
    [InlineData("(abc/def)")]
    public void What_stood_elsewhere_initials_credits_and_pointers_are_none(string sentence) =>
        Assert.False(News.IsIn(TestArticles.Section("Lain", "Satu.", sentence), Older));

    [Fact]
    public void Without_the_sentences_of_the_older_edition_every_section_that_it_had_not_is_news()
    {
        var unknown = Older with { SentenceHashes = [] };

        Assert.True(News.IsIn(TestArticles.Section("Lain", "Satu."), unknown));
        Assert.False(News.IsIn(Before.Lead, unknown));
        Assert.False(News.IsIn(TestArticles.Section("Kosong"), unknown));
    }
}
