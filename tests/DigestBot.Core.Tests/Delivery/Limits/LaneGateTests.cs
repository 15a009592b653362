namespace DigestBot.Delivery.Limits;

public sealed class LaneGateTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly LanePace _pace = new(100);
    private readonly LaneGate _gate;

    public LaneGateTests() => _gate = new LaneGate(_pace, new Random(1));

    [Fact]
    public void A_flood_closes_the_lane_once_however_many_say_so()
    {
        _gate.Flooded(Second * 5, TimeSpan.Zero);
        _gate.Flooded(Second * 5, Second * 0.1);

        Assert.Equal(Second * 5.1, _gate.ClosedUntil);
        Assert.Equal(0.7, _pace.Share(Second * 0.1), 2);
    }

    [Fact]
    public void A_send_from_before_the_flood_does_not_open_the_lane()
    {
        _gate.Flooded(Second * 5, TimeSpan.Zero);
        _gate.Answered(Second);

        Assert.True(_gate.IsProbing);
        Assert.Equal(Second * 5, _gate.ClosedUntil);
    }

    [Fact]
    public void The_first_answer_after_the_wait_lets_the_rest_follow()
    {
        _gate.Flooded(Second * 5, TimeSpan.Zero);
        _gate.Answered(Second * 5);

        Assert.False(_gate.IsProbing);
    }

    [Fact]
    public void An_unreachable_platform_is_tried_ever_less_often_up_to_a_bound()
    {
        var now = TimeSpan.Zero;
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 12; i++)
        {
            _gate.Unreachable(now);
            waits.Add(_gate.ClosedUntil - now);
            now = _gate.ClosedUntil;
        }

        Assert.InRange(waits[0], Second * 0.5, Second);
        Assert.All(waits, wait => Assert.InRange(wait, Second * 0.5, Second * 15));
        Assert.InRange(waits[^1], Second * 7.5, Second * 15);
    }

    [Fact]
    public void Several_unanswered_sends_in_a_row_close_the_lane()
    {
        for (var i = 0; i < 4; i++)
            _gate.Unanswered(Second);
        Assert.Equal(TimeSpan.Zero, _gate.ClosedUntil);

        _gate.Unanswered(Second);

        Assert.True(_gate.ClosedUntil > Second);
    }

    [Fact]
    public void An_answer_between_unanswered_sends_keeps_the_lane_open()
    {
        for (var i = 0; i < 20; i++)
        {
            _gate.Unanswered(Second);
            _gate.Answered(Second);
        }

        Assert.Equal(TimeSpan.Zero, _gate.ClosedUntil);
    }
}
