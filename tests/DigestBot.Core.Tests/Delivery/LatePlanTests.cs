using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

public sealed class LatePlanTests
{
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(15);

    [Fact]
    public void A_slot_that_has_just_come_is_on_time()
    {
        var plan = Plan("07:00", due: "2026-11-24T07:00", now: "2026-11-24T07:01+07:00");

        Assert.Equal(new LatePlan(new Due("2026-11-25T07:00", At("2026-11-25T07:00+07:00")), null, IsSkipped: false), plan);
    }

    [Fact]
    public void A_slot_missed_while_the_bot_was_down_is_one_late_post_that_says_so()
    {
        var plan = Plan("07:00", due: "2026-11-24T07:00", now: "2026-11-24T09:10+07:00");

        Assert.Equal("2026-11-24T07:00", plan.LateFor);
        Assert.False(plan.IsSkipped);
        Assert.Equal("2026-11-25T07:00", plan.Next?.Slot);
    }

    [Fact]
    public void A_missed_slot_is_skipped_where_the_next_is_nearer()
    {
        Assert.True(Plan("07:00", due: "2026-11-24T07:00", now: "2026-11-24T22:00+07:00").IsSkipped);
        Assert.True(Plan("07:00 10:00", due: "2026-11-24T07:00", now: "2026-11-24T09:00+07:00").IsSkipped);
    }

    [Fact]
    public void Many_missed_slots_are_one_post_named_after_the_last()
    {
        var plan = Plan("07:00", due: "2026-11-02T07:00", now: "2026-11-24T09:10+07:00");

        Assert.Equal("2026-11-24T07:00", plan.LateFor);
        Assert.False(plan.IsSkipped);
    }

    [Fact]
    public void The_last_missed_slot_of_a_rare_schedule_is_found_weeks_back()
    {
        var plan = Plan("07:00 mon", due: "2026-10-12T07:00", now: "2026-11-25T09:00+07:00");

        Assert.Equal("2026-11-23T07:00", plan.LateFor);
        Assert.False(plan.IsSkipped);
    }

    [Fact]
    public void A_schedule_without_another_slot_is_posted_late()
    {
        var group = Group("off", "2026-11-24T07:00");

        var plan = LatePlan.For(group, At("2026-11-24T20:00+07:00"), LateAfter);

        Assert.Equal(new LatePlan(null, "2026-11-24T07:00", IsSkipped: false), plan);
    }

    [Theory]
    [InlineData("2026-11-24T06:59:59.998+07:00")]
    [InlineData("2026-11-24T06:00+07:00")]
    public void A_clock_that_was_set_back_since_does_not_make_the_same_slot_the_next_one(string now) =>
        Assert.Equal("2026-11-25T07:00", Plan("07:00", due: "2026-11-24T07:00", now).Next?.Slot);

    [Fact]
    public void A_clock_change_gives_one_slot_a_day()
    {
        var group = Group("02:30", "2026-03-29T02:30") with { Zone = "Europe/Berlin" };
        group = group with { Due = Slots.After(At("2026-03-28T12:00+01:00"), group.Schedule, group.Zone, null)! };

        var plan = LatePlan.For(group, group.Due.At, LateAfter);

        Assert.Equal(("2026-03-29T02:30", At("2026-03-29T03:30+02:00")), (group.Due.Slot, group.Due.At));
        Assert.Equal("2026-03-30T02:30", plan.Next?.Slot);
    }

    private static LatePlan Plan(string schedule, string due, string now) => LatePlan.For(Group(schedule, due), At(now), LateAfter);

    private static DueGroup Group(string schedule, string due) => new()
    {
        Platform = "telegram",
        Wants = new Wants(),
        Schedule = Schedule.Parse(schedule),
        Zone = "Asia/Jakarta",
        Due = new Due(due, At(due + "+07:00")),
    };

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
