namespace DigestBot.Digests.Extractive.Text;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("Jakarta, CNN Indonesia -- ")]
    [InlineData("Merdeka.com - ")]
    [InlineData("JAKARTA (Pos Kota) - ")]
    [InlineData("JAKARTA (Pos Kota) –")]
    [InlineData("LONDON (Reuters) - ")]
    [InlineData("(CNN) -- ")]
    [InlineData("JUARA.NET, MISANO ADRIATICO - ")]
    [InlineData("Liputan6.com, Jakarta - ")]
    [InlineData("BANDUNG - ")]
    public void A_dateline_is_found(string dateline) =>
        Assert.Equal(dateline.Length, Dateline.LengthIn(dateline + "Presiden membuka jembatan baru itu kemarin."));

    [Theory]
    [InlineData("Presiden membuka jembatan baru - yang ketiga tahun ini - di Palembang.")]
    [InlineData("Tim itu menang 3 - 1 atas lawannya di Stadion Manahan kemarin malam.")]
    [InlineData("In Paris, she said -- and meant it -- that the tower would be closed.")]
    [InlineData("Jakarta, CNN Indonesia -- Singkat.")]
    [InlineData("")]
    public void What_only_looks_like_one_is_left(string sentence) => Assert.Equal(0, Dateline.LengthIn(sentence));
}
