namespace DigestBot.Articles.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("Ekonomi Biru", "ekonomi|biru")]
    [InlineData("  kopi,KOPI  Kopi! ", "kopi")]
    [InlineData("café Résumé naïve Łódź", "cafe|resume|naive|lodz")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("apa yang dimaksud dengan subak", "apa|dimaksud|subak")]
    [InlineData("the history of coffee", "history|coffee")]
    [InlineData("yang itu", "yang|itu")]
    [InlineData("\"kopi\" AND NOT (gayo*) OR heading:x ^y -z", "kopi|not|gayo|heading|x|y|z")]
    [InlineData("'a':*AD | b & !c <-> d", "ad|b|c|d")]
    [InlineData("CO₂ 5 km²", "co2|5|km2")]
    [InlineData("MRT-Jakarta 2019", "mrt|jakarta|2019")]
    [InlineData("北京 天気", "北京|天気")]
    [InlineData("?!… \0 \ud800", "")]
    [InlineData("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh", "satu|dua|tiga|empat|lima|enam|tujuh|delapan")]
    public void Words_are_letters_and_digits_whatever_was_typed(string typed, string words) =>
        Assert.Equal(words, string.Join('|', SearchQuery.Parse(typed).Words));

    [Fact]
    public void No_word_is_too_long_and_no_text_too_much()
    {
        var query = SearchQuery.Parse(new string('x', 100_000));

        Assert.Equal(64, Assert.Single(query.Words).Length);
    }

    [Theory]
    [InlineData("ekonomi", "Perekonomian dan ekonominya", 1)]
    [InlineData("ai", "Air dan aib", 0)]
    [InlineData("ai kopi", "AI menyeduh kopi-kopi", 2)]
    public void A_word_counts_where_a_text_has_it_or_begins_so(string typed, string text, int count) =>
        Assert.Equal(count, SearchQuery.Parse(typed).CountIn(text));

    [Fact]
    public void Folded_text_ends_between_words() =>
        Assert.Equal("satu dua", SearchText.Folded("Satu, dua; tiga", 12));
}
