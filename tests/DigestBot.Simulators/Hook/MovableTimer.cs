namespace DigestBot.Simulators.Hook;

/// <summary>A timer of a <see cref="MovableClock"/>: it waits in real time for what is left by the clock.</summary>
internal sealed class MovableTimer : ITimer
{
    private readonly Lock _gate = new();
    private readonly MovableClock _clock;
    private readonly ITimer _real;
    private long _due = long.MaxValue;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    public MovableTimer(MovableClock clock, TimerCallback callback, object? state)
    {
        _clock = clock;
        _real = TimeProvider.System.CreateTimer(_ => Fire(callback, state), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : _clock.GetTimestamp() + dueTime.Ticks;
            _period = period;
            return Wait();
        }
    }

    /// <summary>The clock was moved.</summary>
    public void Reconsider()
    {
        lock (_gate)
            Wait();
    }

    public void Dispose()
    {
        _clock.Forget(this);
        _real.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        _clock.Forget(this);
        return _real.DisposeAsync();
    }

    private void Fire(TimerCallback callback, object? state)
    {
        lock (_gate)
        {
            if (_due == long.MaxValue || _clock.GetTimestamp() < _due)
            {
                Wait();
                return;
            }

            _due = _period > TimeSpan.Zero ? _clock.GetTimestamp() + _period.Ticks : long.MaxValue;
            Wait();
        }

        callback(state);
    }

    private bool Wait()
    {
        if (_due == long.MaxValue)
            return _real.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // System timers take whole milliseconds up to about 49 days; one that fires early only waits again.
        var milliseconds = Math.Ceiling((_due - _clock.GetTimestamp()) / (double)TimeSpan.TicksPerMillisecond);
        return _real.Change(TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, 4_000_000_000)), Timeout.InfiniteTimeSpan);
    }
}
