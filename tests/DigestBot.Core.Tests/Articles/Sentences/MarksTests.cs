namespace DigestBot.Articles.Sentences;

public sealed class MarksTests
{
    [Theory]
    [InlineData("Kota itu tua.", '.')]
    [InlineData("“Kami siap!”", '!')]
    [InlineData("(Kota itu tua.)", '.')]
    [InlineData("Kota itu tua.¹²", '.')]
    [InlineData("Kota itu tua.[12][a]", '.')]
    [InlineData("Kota itu tua?» 🎉", '?')]
    [InlineData("Rusa timor (Bali)", 'i')]
    [InlineData("Luasnya 5 km²", 'm')]
    [InlineData("Pasal [tentang laut]", 't')]
    [InlineData("[12]", '\0')]
    [InlineData("", '\0')]
    public void What_closes_a_sentence_is_looked_through(string sentence, char last) => Assert.Equal(last, Marks.LastOf(sentence));
}
