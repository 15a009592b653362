namespace DigestBot.Support;

/// <summary>A system clock that somebody sets: the time of day jumps, timers and the monotonic clock go on.</summary>
internal sealed class SettableClock(TimeProvider inner) : TimeProvider
{
    /// <summary>How far the time of day was set.</summary>
    public TimeSpan SetBy { get; set; }

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + SetBy;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
