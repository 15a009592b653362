namespace DigestBot.Platforms.Discord.Gateway;

public sealed class CloseCodesTests
{
    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public void Some_codes_end_it_for_good_and_say_why(int code)
    {
        Assert.Equal(Next.Stop, CloseCodes.NextAfter(code));
        Assert.StartsWith($"{code}: ", CloseCodes.Describe(code), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1006)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(4999)]
    public void After_most_the_session_is_resumed(int? code) => Assert.Equal(Next.Resume, CloseCodes.NextAfter(code));

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    public void After_some_a_new_session_begins(int code) => Assert.Equal(Next.Identify, CloseCodes.NextAfter(code));
}
