namespace DigestBot.Articles;

public sealed class NameMatchingTests
{
    private static readonly string[] Names =
        ["geopolitik", "sains", "Batik: Malam, Canting", "batik", "MRT Jakarta: Kereta Bawah Tanah", "Korea Utara", "Kopi Gayo"];

    [Theory]
    [InlineData("Kopi Gayo", NameFit.Same, "Kopi Gayo")]
    [InlineData("kopigayo", NameFit.SameLetters, "Kopi Gayo")]
    [InlineData("geopol", NameFit.Beginning, "geopolitik")]
    [InlineData("canting", NameFit.WordBeginning, "Batik: Malam, Canting")]
    [InlineData("alam", NameFit.Within, "Batik: Malam, Canting")]
    [InlineData("gepolitik", NameFit.Slip, "geopolitik")]
    [InlineData("saisn", NameFit.Slip, "sains")]
    [InlineData("batuk", NameFit.Near, "Batik: Malam, Canting batik")]
    [InlineData("berita", NameFit.Near, "MRT Jakarta: Kereta Bawah Tanah")]
    [InlineData("antara", NameFit.Near, "Korea Utara")]
    public void A_match_says_how_it_fits(string wanted, object fit, string found)
    {
        var match = NameMatching.Find(Names, name => [name], wanted);

        Assert.Equal((fit, found), ((object)match.Fit, string.Join(' ', match.Items)));
        Assert.Equal(fit is NameFit.Within or NameFit.Near, match.IsGuess);
    }

    [Theory]
    [InlineData("gepolitik")]
    [InlineData("berita")]
    public void Without_spelling_only_what_was_typed_counts(string wanted) =>
        Assert.Empty(NameMatching.Find(Names, name => [name], wanted, spelling: false).Items);
}
