using CsCheck;

namespace DigestBot.Commands.Grammar;

public sealed class PauseTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("besok", "2026-11-24")]
    [InlineData("until tomorrow", "2026-11-24")]
    [InlineData("lusa", "2026-11-25")]
    [InlineData("3 hari", "2026-11-26")]
    [InlineData("selama 2 minggu", "2026-12-07")]
    [InlineData("1 month", "2026-12-23")]
    [InlineData("sampai senin", "2026-11-30")]
    [InlineData("friday", "2026-11-27")]
    [InlineData("until 2026-12-01", "2026-12-01")]
    public void The_first_day_without_the_pause_is_read(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day), PauseText.TryParse(text, Today));

    [Theory]
    [InlineData("")]
    [InlineData("0 hari")]
    [InlineData("-3 hari")]
    [InlineData("999 bulan")]
    [InlineData("2026-11-23")]
    [InlineData("2020-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("3 kali")]
    public void What_is_no_day_of_the_year_to_come_is_none(string text) => Assert.Null(PauseText.TryParse(text, Today));

    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(text => { PauseText.TryParse(text, Today); });
}
