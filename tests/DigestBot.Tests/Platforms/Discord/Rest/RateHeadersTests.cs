namespace DigestBot.Platforms.Discord.Rest;

public sealed class RateHeadersTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    [Fact]
    public void A_bucket_is_read_and_what_is_left_of_it()
    {
        var said = Read(("X-RateLimit-Bucket", "abc"), ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "3"), ("X-RateLimit-Reset-After", "1.25"), ("X-RateLimit-Scope", "shared"));

        Assert.Equal(("abc", 5, 3, TimeSpan.FromSeconds(1.25), RateScope.Shared), (said.Bucket, said.Limit, said.Remaining, said.ResetAfter, said.Scope));
    }

    [Theory]
    [InlineData("1790000004.5")]
    [InlineData("1790000004500")]
    [InlineData("1790000004500000")]
    public void An_instant_is_understood_in_whatever_unit_it_comes(string reset) =>
        Assert.Equal(4.5, Read(("X-RateLimit-Reset", reset)).ResetAfter!.Value.TotalSeconds, 3);

    [Fact]
    public void How_long_goes_before_until_when() =>
        Assert.Equal(TimeSpan.FromSeconds(2), Read(("X-RateLimit-Reset", "17"), ("X-RateLimit-Reset-After", "2")).ResetAfter);

    [Theory]
    [InlineData("X-RateLimit-Remaining", "many")]
    [InlineData("X-RateLimit-Reset-After", "-1")]
    [InlineData("X-RateLimit-Reset", "NaN")]
    [InlineData("X-Other", "1")]
    public void What_is_no_number_says_nothing(string name, string value)
    {
        var said = Read((name, value));

        Assert.Null(said.Remaining);
        Assert.Null(said.ResetAfter);
    }

    private static RateHeaders Read(params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return RateHeaders.Read(response, Now);
    }
}
