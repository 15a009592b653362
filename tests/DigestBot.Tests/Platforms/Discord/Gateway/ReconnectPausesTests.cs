namespace DigestBot.Platforms.Discord.Gateway;

public sealed class ReconnectPausesTests
{
    private readonly ReconnectPauses _pauses = new(new Random(1));

    [Fact]
    public void After_a_steady_connection_the_next_comes_at_once()
    {
        for (var failure = 0; failure < 9; failure++)
            _pauses.After(TimeSpan.Zero, costSession: false);

        Assert.Equal(TimeSpan.Zero, _pauses.After(TimeSpan.FromMinutes(6), costSession: true));
        Assert.Equal(TimeSpan.Zero, _pauses.After(TimeSpan.Zero, costSession: true));
        Assert.NotEqual(TimeSpan.Zero, _pauses.After(TimeSpan.Zero, costSession: true));
    }

    [Theory]
    [InlineData(false, 7, 15)]
    [InlineData(true, 60, 120)]
    public void However_long_it_does_not_work_the_pause_stays_short_unless_it_costs_sessions(bool costs, int shortest, int longest)
    {
        var last = TimeSpan.Zero;
        for (var failure = 0; failure < 50; failure++)
            last = _pauses.After(TimeSpan.Zero, costs);

        Assert.InRange(last, TimeSpan.FromSeconds(shortest), TimeSpan.FromSeconds(longest));
    }
}
