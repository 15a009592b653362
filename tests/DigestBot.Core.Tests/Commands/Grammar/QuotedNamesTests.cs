using CsCheck;

namespace DigestBot.Commands.Grammar;

public sealed class QuotedNamesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("jangka panjang", "\"jangka panjang\"")]
    [InlineData("keamanan, -referensi", "\"keamanan\", -\"referensi\"")]
    [InlineData("kapal perang -cuaca normal", "\"kapal perang\", -\"cuaca normal\"")]
    [InlineData("\"kapal perang\", top 5", "\"kapal perang\", \"top 5\"")]
    [InlineData("kapal - perang", "\"kapal\", -, \"perang\"")]
    [InlineData("kapal, -", "\"kapal\", -")]
    [InlineData("kapal bagian: laut", "kapal bagian: laut")]
    [InlineData("5\" layar", "5\" layar")]
    public void Each_name_of_a_field_is_quoted_with_its_sign(string text, string quoted) => Assert.Equal(quoted, QuotedNames.Of(text));

    [Fact]
    public void What_is_quoted_stays() => Gen.String.Sample(text => QuotedNames.Of(QuotedNames.Of(text)) == QuotedNames.Of(text));

    [Fact]
    public void Names_without_options_mean_the_same_in_quotation_marks()
    {
        var line = Gen.Char["abc -+,"].Array[0, 12].Select(letters => new string(letters));
        line.Sample(text => WantsText.Parse("kata: " + text) is var typed && WantsText.Parse("kata: " + QuotedNames.Of(text)) is var quoted &&
            WantsWords.Typed(typed.Change) == WantsWords.Typed(quoted.Change) && typed.Problem == quoted.Problem);
    }
}
