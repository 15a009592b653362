using DigestBot.Chats;

namespace DigestBot.Delivery.Limits;

public sealed class FloodPolicyTests
{
    private readonly FloodPolicy _policy = new(30);

    [Fact]
    public void One_noisy_chat_never_stops_the_lane()
    {
        var stops = Enumerable.Range(0, 50).Select(i => Means("1", 5, at: i * 0.01, rate: 30));

        Assert.DoesNotContain(true, stops);
    }

    [Fact]
    public void Three_chats_within_a_second_at_half_the_limit_stop_the_lane()
    {
        Assert.False(Means("1", 5, at: 0, rate: 20));
        Assert.False(Means("2", 5, at: 0.4, rate: 20));
        Assert.True(Means("3", 5, at: 0.8, rate: 20));
    }

    [Fact]
    public void Three_chats_in_a_slow_lane_wait_each_for_themselves() =>
        Assert.DoesNotContain(true, Enumerable.Range(0, 9).Select(chat => Means(chat.ToString(), 5, at: 0.1, rate: 14)));

    [Fact]
    public void Half_of_what_the_lane_keeps_after_a_flood_is_enough()
    {
        Assert.False(Means("1", 5, at: 0, rate: 5, share: 0.3));
        Assert.False(Means("2", 5, at: 0.1, rate: 5, share: 0.3));
        Assert.True(Means("3", 5, at: 0.2, rate: 5, share: 0.3));
    }

    [Fact]
    public void Three_chats_that_are_tried_one_by_one_after_a_flood_stop_the_lane_again_and_one_does_not()
    {
        Assert.False(Means("1", 5, at: 0, rate: 1, isProbing: true));
        Assert.False(Means("1", 5, at: 5, rate: 1, isProbing: true));
        Assert.False(Means("2", 5, at: 8, rate: 1, isProbing: true));
        Assert.True(Means("3", 5, at: 11, rate: 1, isProbing: true));
    }

    [Fact]
    public void Three_chats_over_more_than_a_second_do_not_stop_the_lane() =>
        Assert.DoesNotContain(true, Enumerable.Range(0, 9).Select(chat => Means(chat.ToString(), 5, at: chat * 0.6, rate: 30)));

    [Fact]
    public void A_wait_of_hours_is_never_the_lanes() =>
        Assert.DoesNotContain(true, Enumerable.Range(0, 9).Select(chat => Means(chat.ToString(), 43_838, at: 0, rate: 30)));

    [Fact]
    public void What_the_platform_says_itself_holds()
    {
        Assert.True(_policy.MeansLane(new ChatId("discord", "1"), Later(5, LaterScope.Lane), TimeSpan.Zero, 1, 1, false));
        Assert.False(_policy.MeansLane(new ChatId("discord", "1"), Later(5, LaterScope.Chat), TimeSpan.Zero, 30, 1, false));
    }

    [Fact]
    public void A_platform_that_does_not_answer_at_all_stops_the_lane() =>
        Assert.True(_policy.MeansLane(new ChatId("telegram", "1"), new SendOutcome.Later(null, LaterScope.Unstated, "refused"), TimeSpan.Zero, 0, 1, false));

    private bool Means(string chat, double seconds, double at, int rate, double share = 1, bool isProbing = false) =>
        _policy.MeansLane(new ChatId("telegram", chat), Later(seconds, LaterScope.Unstated), TimeSpan.FromSeconds(at), rate, share, isProbing);

    private static SendOutcome.Later Later(double seconds, LaterScope scope) => new(TimeSpan.FromSeconds(seconds), scope, "too many");
}
