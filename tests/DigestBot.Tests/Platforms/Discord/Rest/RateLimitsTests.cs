using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Platforms.Discord.Rest;

public sealed class RateLimitsTests
{
    private static readonly RateHeaders Empty = new() { Bucket = "abc", Limit = 2, Remaining = 0, ResetAfter = TimeSpan.FromSeconds(5) };

    private readonly FakeTimeProvider _time = new();
    private readonly RateLimits _limits;

    public RateLimitsTests() => _limits = new RateLimits(_time);

    [Fact]
    public void An_empty_bucket_holds_back_its_channel_until_it_is_filled_and_no_other()
    {
        Answer(Message("1"), Empty);

        Assert.Equal(TimeSpan.FromSeconds(5), _limits.HeldBackNow(Message("1"))!.Delay);
        Assert.False(_limits.HeldBackNow(Message("1"))!.IsLane);
        Assert.Null(_limits.HeldBackNow(Message("2")));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(_limits.HeldBackNow(Message("1")));
    }

    [Fact]
    public void What_is_under_way_is_counted_before_its_answer_comes()
    {
        Answer(Message("1"), Empty with { Remaining = 2 });

        Assert.NotNull(_limits.Enter(Message("1")).Place);
        Assert.NotNull(_limits.Enter(Message("1")).Place);
        Assert.Null(_limits.Enter(Message("1")).Place);
    }

    [Fact]
    public void A_bucket_that_changes_its_name_keeps_what_is_known_of_every_channel()
    {
        Answer(Message("1"), Empty);
        Answer(Message("2"), Empty with { Remaining = 1 });

        Answer(Message("2"), Empty with { Bucket = "other", Remaining = 1 });

        Assert.NotNull(_limits.HeldBackNow(Message("1")));
        Assert.Null(_limits.HeldBackNow(Message("2")));
    }

    [Fact]
    public void Fifty_calls_go_in_any_second_and_answers_to_interactions_beside_them()
    {
        for (var i = 0; i < 50; i++)
            Assert.NotNull(_limits.Enter(Message($"{i}")).Place);

        Assert.InRange(_limits.Enter(Message("x")).Wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.1));
        Assert.NotNull(_limits.Enter(RestRequest.Callback("1", "t", [])).Place);
        _time.Advance(TimeSpan.FromSeconds(1.01));
        Assert.NotNull(_limits.Enter(Message("x")).Place);
    }

    [Fact]
    public void A_call_beside_the_deliveries_has_its_place_until_a_second_after_its_answer()
    {
        var beside = RestRequest.Channel("1");
        var place = _limits.Enter(beside).Place!;
        _time.Advance(TimeSpan.FromSeconds(2));

        for (var i = 0; i < 49; i++)
            Assert.NotNull(_limits.Enter(Message($"{i}")).Place);
        Assert.Null(_limits.Enter(Message("x")).Place);

        _limits.Leave(beside, place, null);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Null(_limits.Enter(Message("x")).Place);
        _time.Advance(TimeSpan.FromSeconds(0.51));
        Assert.NotNull(_limits.Enter(Message("x")).Place);
    }

    [Fact]
    public void A_global_429_holds_everything_but_answers_to_interactions()
    {
        _limits.Flooded(Place("1"), RateScope.Global, TimeSpan.FromSeconds(3));

        Assert.True(_limits.HeldBackNow(Message("2"))!.IsLane);
        Assert.Null(_limits.HeldBackNow(RestRequest.Callback("1", "t", [])));
    }

    [Theory]
    [InlineData((int)RateScope.User)]
    [InlineData((int)RateScope.Shared)]
    [InlineData((int)RateScope.Unstated)]
    public void Another_429_holds_its_channel_alone(int scope)
    {
        _limits.Flooded(Place("1"), (RateScope)scope, TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(3), _limits.HeldBackNow(Message("1"))!.Delay);
        Assert.Null(_limits.HeldBackNow(Message("2")));
    }

    [Fact]
    public void The_wait_of_a_429_stands_whatever_its_headers_say_is_left()
    {
        var (request, place) = (Message("1"), Place("1"));
        _limits.Flooded(place, RateScope.Shared, TimeSpan.FromSeconds(1337));

        _limits.Leave(request, place, new RateHeaders { Bucket = "abc", Limit = 10, Remaining = 9, ResetAfter = TimeSpan.FromSeconds(64.57), Scope = RateScope.Shared });

        Assert.Equal(TimeSpan.FromSeconds(1337), _limits.HeldBackNow(request)!.Delay);
        Assert.Null(_limits.HeldBackNow(Message("2")));
        _time.Advance(TimeSpan.FromSeconds(1336));
        Assert.NotNull(_limits.HeldBackNow(request));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_limits.HeldBackNow(request));
    }

    [Fact]
    public void The_bot_stops_long_before_its_address_is_shut_out()
    {
        for (var i = 1; i < InvalidRequests.Most; i++)
            Assert.False(_limits.Refused(403, RateScope.Unstated));
        Assert.False(_limits.Refused(429, RateScope.Shared));
        Assert.Null(_limits.HeldBackNow(Message("1")));

        Assert.True(_limits.Refused(403, RateScope.Unstated));

        Assert.True(_limits.HeldBackNow(Message("1"))!.IsLane);
        _time.Advance(TimeSpan.FromMinutes(10.1));
        Assert.Null(_limits.HeldBackNow(Message("1")));
    }

    [Fact]
    public void A_hundred_thousand_channels_do_not_stay_in_memory_for_ever()
    {
        for (var i = 0; i < 6000; i++)
        {
            Answer(Message($"{i}"), Empty with { ResetAfter = TimeSpan.FromSeconds(1) });
            _time.Advance(TimeSpan.FromMilliseconds(25));
        }

        Assert.NotNull(_limits.HeldBackNow(Message("5999")));
        Assert.Null(_limits.HeldBackNow(Message("1")));
    }

    private static RestRequest Message(string channel) => RestRequest.CreateMessage(channel, []);

    private RateBucket Place(string channel) => _limits.Enter(Message(channel)).Place!;

    private void Answer(RestRequest request, RateHeaders said) => _limits.Leave(request, _limits.Enter(request).Place!, said);
}
