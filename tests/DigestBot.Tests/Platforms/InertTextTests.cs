using CsCheck;

namespace DigestBot.Platforms;

public sealed class InertTextTests
{
    [Theory]
    [InlineData("a\u0000b\u001B[31mc\u007F", "ab[31mc")]
    [InlineData("satu\r\ndua\u2028tiga\vempat", "satu\ndua\ntiga\nempat")]
    [InlineData("\u202Eterbalik\u202C \u2066x\u2069", "terbalik x")]
    [InlineData("nol\u200Blebar\uFEFF\u2060", "nollebar")]
    [InlineData("👨‍👩‍👧 می‌خواهم", "👨‍👩‍👧 می‌خواهم")]
    [InlineData("kolom\tdua", "kolom dua")]
    public void What_steers_goes_and_what_is_read_stays(string hostile, string inert) => Assert.Equal(inert, InertText.Clean(hostile));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("\uFFFDpatah\uFFFD", InertText.Clean("\uD83Dpatah\uDE00"));

    [Fact]
    public void A_reason_can_be_put_on_record_whatever_it_says() => Gen.String.Sample(said =>
    {
        var reason = InertText.Reason(said);

        return reason.Length <= 300 && !reason.Any(character => char.IsControl(character) || character == '\uFFFE');
    });

    [Fact]
    public void A_line_is_one_line() => Assert.Equal("a b c", InertText.CleanLine("  a\r\n b\u2029\tc "));
}
