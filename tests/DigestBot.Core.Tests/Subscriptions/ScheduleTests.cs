using CsCheck;

namespace DigestBot.Subscriptions;

public sealed class ScheduleTests
{
    private const string Letters = "0123456789:-, monfriveydasg";

    [Fact]
    public void What_is_written_is_read_back_the_same() =>
        Schedules.Any.Sample(schedule =>
        {
            var read = Schedule.Parse(schedule.ToString());
            return read == schedule && read.GetHashCode() == schedule.GetHashCode() && read.ToString() == schedule.ToString()
                && read.Times.SequenceEqual(schedule.Times) && read.Days == schedule.Days
                && read.EveryDays == schedule.EveryDays && read.Anchor == schedule.Anchor;
        });

    [Theory]
    [InlineData("off")]
    [InlineData("07:00")]
    [InlineData("07:00 18:30")]
    [InlineData("07:00 mon-fri")]
    [InlineData("07:00 mon,tue,sat")]
    [InlineData("07:00 every 3 days from 2026-11-24")]
    [InlineData("07:00 sat,sun every 2 days from 2026-11-24")]
    public void The_canonical_form_is_its_own(string text) => Assert.Equal(text, Schedule.Parse(text).ToString());

    [Fact]
    public void Times_are_sorted_and_said_once_whatever_order_they_came_in() =>
        Assert.Equal("06:00 07:00", Schedule.TryCreate([new(7, 0, 59), new(6, 0), new(7, 0)])!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("mon-fri")]
    [InlineData("7:00")]
    [InlineData("25:00")]
    [InlineData("07:00 monday")]
    [InlineData("07:00 fri-mon")]
    [InlineData("07:00 every day")]
    [InlineData("07:00 every 0 days from 2026-11-24")]
    [InlineData("07:00 every -1 days from 2026-11-24")]
    [InlineData("07:00 every 367 days from 2026-11-24")]
    [InlineData("07:00 every 99999999999 days from 2026-11-24")]
    [InlineData("07:00 every 3 days from tomorrow")]
    [InlineData("07:00 tue every 14 days from 2026-11-23")]
    [InlineData("07:00 mon-fri extra")]
    public void Anything_else_is_no_schedule(string text) => Assert.Throws<FormatException>(() => Schedule.Parse(text));

    [Fact]
    public void Any_text_is_a_schedule_or_a_format_error() =>
        Gen.Int[0, Letters.Length - 1].Array[0, 40].Sample(indices =>
        {
            var text = string.Concat(indices.Select(index => Letters[index]));
            try
            {
                return Schedule.Parse(Schedule.Parse(text).ToString()) == Schedule.Parse(text);
            }
            catch (FormatException)
            {
                return true;
            }
        });

    [Fact]
    public void A_schedule_that_would_never_be_due_is_refused()
    {
        TimeOnly[] seven = [new(7, 0)];
        var monday = new DateOnly(2026, 11, 23);

        Assert.Null(Schedule.TryCreate([]));
        Assert.Null(Schedule.TryCreate(seven, DaySet.None));
        Assert.Null(Schedule.TryCreate(seven, DaySet.Tuesday, 7, monday));
        Assert.Null(Schedule.TryCreate(Enumerable.Range(0, Schedule.MostTimes + 1).Select(hour => new TimeOnly(hour, 0))));
        Assert.NotNull(Schedule.TryCreate(seven, DaySet.Tuesday, 8, monday));
    }

    [Fact]
    public void Every_n_days_begins_at_its_anchor_and_not_before()
    {
        var schedule = Schedule.Parse("07:00 every 3 days from 2026-11-24");
        var days = Enumerable.Range(20, 10).Select(day => new DateOnly(2026, 11, day)).Where(schedule.IsOn);

        Assert.Equal([new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 27)], days);
    }

    [Fact]
    public void Days_of_the_week_are_read_back_the_same() =>
        Gen.Int[1, 127].Sample(set => DaySets.Parse(DaySets.Format((DaySet)set)) == (DaySet)set);
}
