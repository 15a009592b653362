using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Selection;

public sealed class LeadInsTests
{
    [Theory]
    [InlineData("2", "Satu pagi.", "Dua siang.", "Hujan turun.")]
    [InlineData("2 1", "Satu pagi.", "Wali kota datang.", "Ia pulang.")]
    [InlineData("2 1 0", "Wali kota datang.", "Ia pulang.", "Akibatnya, warga marah.")]
    [InlineData("3 2 1", "Wali kota datang.", "Ia pulang.", "Ia tidur.", "Ia bangun.")]
    [InlineData("2 0", "Wali kota datang.", "Baca juga: Harga cabai", "Ia pulang.")]
    [InlineData("1", "Satu pagi.", "Berikut daftarnya:")]
    [InlineData("0", "Ia pulang.")]
    public void A_sentence_gets_what_it_needs_before_it_two_at_most(string places, params string[] sentences) =>
        Assert.Equal(places, string.Join(' ', Of(sentences).With(sentences.Length - 1, new bool[sentences.Length])));

    [Fact]
    public void What_stands_there_already_is_not_added() =>
        Assert.Equal([1], Of(["Wali kota datang.", "Ia pulang."]).With(1, [true, false]));

    private static LeadIns Of(string[] sentences) => new(ArticleUnits.Of(SampleArticles.Plain("id", sentences)).Whole);
}
