using DigestBot.Simulators.Hook;

namespace DigestBot.Platforms.Telegram.Simulator;

/// <summary>The clock that tests put into the real program.</summary>
public sealed class MovableClockTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void It_shows_what_it_was_moved_to_and_goes_on()
    {
        var clock = new MovableClock();
        var tomorrow = DateTimeOffset.UtcNow + Day;
        clock.MoveTo(tomorrow);

        Assert.InRange(clock.GetUtcNow(), tomorrow, tomorrow.AddMinutes(1));
    }

    [Fact]
    public async Task A_wait_that_has_come_due_by_a_move_ends_at_once()
    {
        var clock = new MovableClock();
        var wait = Task.Delay(Day, clock, TestContext.Current.CancellationToken);
        var longer = Task.Delay(Day * 3, clock, TestContext.Current.CancellationToken);

        clock.MoveTo(DateTimeOffset.UtcNow + Day * 2);

        await wait.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.False(longer.IsCompleted);
    }

    [Fact]
    public async Task A_periodic_timer_fires_once_for_a_move_over_many_periods()
    {
        var clock = new MovableClock();
        var fired = 0;
        using var first = new SemaphoreSlim(0);
        await using var timer = clock.CreateTimer(_ => { Interlocked.Increment(ref fired); first.Release(); }, null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        clock.MoveTo(DateTimeOffset.UtcNow + Day);
        await first.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, fired);
    }

    [Fact]
    public void Time_passes_with_a_move_forward_and_does_not_run_back()
    {
        var clock = new MovableClock();
        var before = clock.GetTimestamp();
        clock.MoveTo(DateTimeOffset.UtcNow + Day);
        Assert.True(clock.GetElapsedTime(before) >= Day);

        var later = clock.GetTimestamp();
        clock.MoveTo(DateTimeOffset.UtcNow - Day);
        Assert.True(clock.GetTimestamp() >= later);
        Assert.True(clock.GetUtcNow() < DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task It_follows_a_file()
    {
        var file = Path.GetTempFileName();
        var clock = new MovableClock();
        clock.Follow(file);
        var wait = Task.Delay(Day, clock, TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(file, (DateTimeOffset.UtcNow + Day * 2).ToString("O"), TestContext.Current.CancellationToken);

        await wait.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        File.Delete(file);
    }
}
