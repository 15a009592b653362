using DigestBot.Chats;

namespace DigestBot.Delivery.Limits;

public sealed class ResendPolicyTests
{
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);

    [Fact]
    public void Within_the_nonces_time_even_a_careful_operator_has_it_sent_again()
    {
        var policy = new ResendPolicy(TwoMinutes, UnknownPolicy.Skip);

        Assert.NotNull(policy.DelayAfter(Delivery(1), TimeSpan.Zero, TimeSpan.FromSeconds(30)));
        Assert.NotNull(policy.DelayAfter(Delivery(2), TimeSpan.FromSeconds(32), TimeSpan.FromSeconds(62)));
    }

    [Fact]
    public void The_nonces_time_counts_from_the_first_attempt()
    {
        var policy = new ResendPolicy(TwoMinutes, UnknownPolicy.Skip);

        policy.DelayAfter(Delivery(1), TimeSpan.Zero, TimeSpan.FromSeconds(30));

        Assert.Null(policy.DelayAfter(Delivery(2), TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(119)));
    }

    [Fact]
    public void An_attempt_that_is_not_remembered_may_lie_too_far_back() =>
        Assert.Null(new ResendPolicy(TwoMinutes, UnknownPolicy.Skip).DelayAfter(Delivery(2), TimeSpan.Zero, TimeSpan.FromSeconds(1)));

    [Fact]
    public void Without_a_nonce_the_operator_decides()
    {
        Assert.Null(new ResendPolicy(null, UnknownPolicy.Skip).DelayAfter(Delivery(1), TimeSpan.Zero, TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromSeconds(2), new ResendPolicy(null, UnknownPolicy.Resend).DelayAfter(Delivery(1), TimeSpan.Zero, TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromMinutes(5), new ResendPolicy(null, UnknownPolicy.Resend).DelayAfter(Delivery(99), TimeSpan.Zero, TimeSpan.Zero));
    }

    private static LeasedDelivery Delivery(int attempt) =>
        new(7, new ChatId("discord", "1"), "part", Lane.Broadcast, attempt, DateTimeOffset.MaxValue, "n7");
}
