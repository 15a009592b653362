namespace DigestBot.Articles.Sentences;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("Demikian kata polisi. (rsa)", "Demikian kata polisi.")]
    [InlineData("Demikian kata polisi. (fdn/mua)", "Demikian kata polisi.")]
    [InlineData("Demikian kata polisi. (a/b)", "Demikian kata polisi. (a/b)")]
    [InlineData("Ia lahir di Solo (Jawa Tengah)", "Ia lahir di Solo (Jawa Tengah)")]
    [InlineData("(rsa)", "(rsa)")]
    public void Initials_behind_the_text_are_taken_off(string text, string expected) =>
        Assert.Equal(expected, Initials.TakenOff(text));
}
