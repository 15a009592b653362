namespace DigestBot.Delivery.Limits;

public sealed class ResendPolicyTests
{
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(UnknownPolicy.Resend)]
    [InlineData(UnknownPolicy.Skip)]
    public void Where_a_nonce_tells_copies_it_decides_and_not_the_operator(UnknownPolicy policy) =>
        Assert.Equal(TimeSpan.FromSeconds(90), new ResendPolicy(TwoMinutes, policy).Within);

    [Fact]
    public void While_the_nonce_lives_nobody_waits_long() =>
        Assert.Equal(TimeSpan.FromSeconds(2), new ResendPolicy(TwoMinutes, UnknownPolicy.Resend).DelayAfter(99));

    [Fact]
    public void Without_a_nonce_the_operator_decides()
    {
        Assert.Null(new ResendPolicy(null, UnknownPolicy.Skip).Within);
        Assert.Equal(Completion.AnyTime, new ResendPolicy(null, UnknownPolicy.Resend).Within);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 8)]
    [InlineData(99, 300)]
    public void Without_a_nonce_each_further_attempt_waits_twice_as_long_up_to_five_minutes(int attempt, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new ResendPolicy(null, UnknownPolicy.Resend).DelayAfter(attempt));
}
