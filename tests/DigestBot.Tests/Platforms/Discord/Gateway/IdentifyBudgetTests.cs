using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord.Gateway;

public sealed class IdentifyBudgetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(60)]
    public void Any_hour_of_flapping_costs_at_most_thirty_sessions(int secondsAlive)
    {
        var budget = new IdentifyBudget(new Random(1));
        var begun = new List<TimeSpan>();
        for (var now = TimeSpan.Zero; now < TimeSpan.FromHours(5); now += TimeSpan.FromSeconds(secondsAlive))
        {
            now += budget.DelayAt(now, null);
            budget.Began(now);
            begun.Add(now);
        }

        Assert.All(begun, first => Assert.InRange(begun.Count(other => other >= first && other < first + TimeSpan.FromHours(1)), 1, 30));
    }

    [Fact]
    public void The_first_session_begins_at_once() => Assert.Equal(TimeSpan.Zero, new IdentifyBudget(new Random(1)).DelayAt(TimeSpan.Zero, null));

    [Fact]
    public void Where_the_gateway_has_none_left_it_waits_until_it_has() =>
        Assert.InRange(
            new IdentifyBudget(new Random(1)).DelayAt(TimeSpan.Zero, new SessionStartLimit(1000, 0, 7_200_000, 1)), TimeSpan.FromHours(2), TimeSpan.FromHours(2.01));
}
