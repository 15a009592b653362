using DigestBot.Support;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Delivery;

public sealed class DeliveryHealthTests
{
    private readonly FakeTimeProvider _time = FakeTime.At("2026-11-24T07:00:00Z");
    private readonly DeliveryHealth _health;

    public DeliveryHealthTests() => _health = new DeliveryHealth(_time);

    [Fact]
    public void A_lane_that_goes_round_is_well()
    {
        _health.Report("telegram", LaneState.Working);

        Assert.Empty(_health.Problems());
    }

    [Fact]
    public void A_lane_that_has_stopped_going_round_is_not()
    {
        _health.Report("telegram", LaneState.Working);
        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("telegram: its lane has not moved since 2026-11-24 07:00:00Z", Assert.Single(_health.Problems()));
    }

    [Theory]
    [InlineData(LaneState.Standby, 0)]
    [InlineData(LaneState.Waiting, 0)]
    [InlineData(LaneState.Stopped, 0)]
    [InlineData(LaneState.Unreachable, 1)]
    [InlineData(LaneState.StoreFailing, 1)]
    [InlineData(LaneState.Halted, 1)]
    public void Only_what_keeps_a_lane_from_its_work_is_a_problem(LaneState state, int problems)
    {
        _health.Report("telegram", state, "why");

        Assert.Equal(problems, _health.Problems().Count);
        Assert.All(_health.Problems(), problem => Assert.Contains("why", problem));
    }

    [Fact]
    public void A_tick_that_is_overdue_is_a_problem_until_one_succeeds()
    {
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Contains("tick", Assert.Single(_health.Problems()));

        _health.TickSucceeded(_time.GetUtcNow().AddMinutes(3));

        Assert.Empty(_health.Problems());
    }

    [Fact]
    public void A_backlog_that_does_not_move_is_a_problem_and_one_that_does_is_not()
    {
        _health.TickSucceeded(DateTimeOffset.MaxValue);
        _health.Report("telegram", LaneState.Working);
        _health.Observed(Status(oldestPending: _time.GetUtcNow()));
        _time.Advance(TimeSpan.FromMinutes(6));
        _health.Report("telegram", LaneState.Working);

        Assert.Contains("nothing is sent", Assert.Single(_health.Problems()));

        _health.Sent("telegram");
        Assert.Empty(_health.Problems());
    }

    [Fact]
    public void A_lane_that_has_just_taken_over_a_backlog_or_stands_by_is_not_stuck()
    {
        _health.TickSucceeded(DateTimeOffset.MaxValue);
        _health.Report("telegram", LaneState.Standby);
        _health.Observed(Status(oldestPending: _time.GetUtcNow()));
        _time.Advance(TimeSpan.FromMinutes(30));
        _health.Report("telegram", LaneState.Standby);
        Assert.Empty(_health.Problems());

        _health.Report("telegram", LaneState.Working);
        Assert.Empty(_health.Problems());
    }

    [Fact]
    public void One_platforms_backlog_is_not_hidden_by_anothers_sends()
    {
        _health.TickSucceeded(DateTimeOffset.MaxValue);
        _health.Observed(Status(oldestPending: _time.GetUtcNow()));
        _health.Report("discord", LaneState.Working);
        _health.Report("telegram", LaneState.Working);
        _time.Advance(TimeSpan.FromMinutes(6));
        _health.Report("discord", LaneState.Working);
        _health.Report("telegram", LaneState.Working);
        _health.Sent("discord");

        Assert.StartsWith("telegram", _health.BacklogProblem());
    }

    [Fact]
    public void A_scheduler_that_ticks_is_alive_whether_or_not_its_ticks_succeed()
    {
        _time.Advance(TimeSpan.FromMinutes(13));
        Assert.NotNull(_health.SchedulerProblem(DateTimeOffset.MinValue));
        Assert.Null(_health.SchedulerProblem(_time.GetUtcNow()));

        _health.TickBegan(_time.GetUtcNow(), _time.GetUtcNow().AddMinutes(3));

        Assert.Null(_health.SchedulerProblem(DateTimeOffset.MinValue));
        Assert.NotNull(_health.TickProblem());
    }

    [Fact]
    public void A_tick_that_another_instance_ran_counts_and_one_that_failed_here_is_not_hidden_by_being_seen()
    {
        var first = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromMinutes(13));
        _health.TickSeen(first, _time.GetUtcNow().AddMinutes(3));
        Assert.Null(_health.TickProblem());

        var here = _time.GetUtcNow();
        _health.TickBegan(here, here.AddMinutes(3));
        _time.Advance(TimeSpan.FromMinutes(4));
        _health.TickSeen(here, _time.GetUtcNow().AddMinutes(3));
        Assert.NotNull(_health.TickProblem());

        _health.TickSeen(here.AddMinutes(1), _time.GetUtcNow().AddMinutes(3));
        Assert.Null(_health.TickProblem());
    }

    [Fact]
    public void It_is_hopeless_only_where_every_platform_refuses_the_bot()
    {
        Assert.False(_health.IsHopeless);
        _health.Report("telegram", LaneState.Halted, "401");
        _health.Report("discord", LaneState.Working);
        Assert.False(_health.IsHopeless);

        _health.Report("discord", LaneState.Halted, "401");

        Assert.True(_health.IsHopeless);
    }

    private static LedgerStatus Status(DateTimeOffset oldestPending) =>
        new() { OldestDue = new Dictionary<string, DateTimeOffset> { ["telegram"] = oldestPending } };
}
