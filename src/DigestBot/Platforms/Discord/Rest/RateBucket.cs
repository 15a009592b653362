namespace DigestBot.Platforms.Discord.Rest;

/// <summary>What is known of one bucket for one channel, guild or webhook. Times are of a clock that never runs back.</summary>
internal sealed class RateBucket
{
    private static readonly TimeSpan Unsaid = TimeSpan.FromMilliseconds(100);

    private int? _limit;
    private int? _remaining;
    private TimeSpan _resetAt;
    private TimeSpan _closedUntil;
    private int _underWay;

    /// <summary>Nothing of it matters any more.</summary>
    public bool IsIdle(TimeSpan now) => _underWay == 0 && now >= _resetAt && now >= _closedUntil;

    /// <summary>How long a call has to wait; zero where it may go.</summary>
    public TimeSpan DelayAt(TimeSpan now)
    {
        if (now < _closedUntil)
            return _closedUntil - now;
        if (_remaining is not { } remaining)
            return TimeSpan.Zero;
        if (now >= _resetAt)
            remaining = Math.Max(_limit ?? 1, 1);
        return remaining - _underWay > 0 ? TimeSpan.Zero : now < _resetAt ? _resetAt - now : Unsaid;
    }

    public void Begin() => _underWay++;

    /// <summary>A call has ended, with an answer or without one.</summary>
    public void End(RateHeaders? said, TimeSpan now)
    {
        _underWay--;
        if (said?.Remaining is null)
        {
            // It may have been counted.
            if (_remaining > 0 && now < _resetAt)
                _remaining--;
            return;
        }

        (_limit, _remaining) = (said.Limit ?? _limit, said.Remaining);
        if (said.ResetAfter is { } after)
            _resetAt = now + after;
    }

    /// <summary>
    /// The server said how long to wait, whatever it had said before. A limit that all bots share is not the one that the headers of
    /// the same answer count: they may tell of calls that are left, and the wait stands
    /// (https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit).
    /// </summary>
    public void Exhaust(TimeSpan delay, TimeSpan now) => (_remaining, _resetAt, _closedUntil) = (0, now + delay, now + delay);
}
