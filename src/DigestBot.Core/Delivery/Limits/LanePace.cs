namespace DigestBot.Delivery.Limits;

/// <summary>
/// How fast all sends of a platform may start. Two rules at once: a log of the last second's sends, so that no sliding
/// second ever holds more than the limit, and an even spacing just below it, so that nothing goes in bursts. After a flood
/// of the whole lane the spacing widens at once and narrows slowly. Pure: the clock is an argument and never runs back.
/// </summary>
internal sealed class LanePace
{
    // Usual answers differ a little: the log looks a little further back than a second, and the spacing leaves the log a
    // little room. Together they cost 0.9 % of the limit.
    private const double SpacingMargin = 1.009;
    private const double WindowMargin = 1.008;

    /// <summary>What a stalled timer or store may cost is made up for, as far as the log allows it.</summary>
    private static readonly TimeSpan CatchUp = TimeSpan.FromMilliseconds(250);

    private const double SlowedTo = 0.7;
    private const double Slowest = 0.02;
    private const double RecoveredPerSecond = 0.01;

    private readonly StartLog _log;
    private readonly double _perSecond;
    private readonly int _capacity;
    private TimeSpan _nextSpaced;
    private double _share = 1;
    private TimeSpan _sharedAt;

    public LanePace(double perSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perSecond);
        _perSecond = perSecond;
        _capacity = (int)Math.Clamp(Math.Floor(perSecond), 1, int.MaxValue);
        _log = new StartLog(TimeSpan.FromSeconds(Math.Max(1, 1 / perSecond) * WindowMargin));
    }

    /// <summary>When the next send may start; an answer goes ahead of the spacing, never ahead of the log.</summary>
    public TimeSpan NextAt(Lane lane, TimeSpan now)
    {
        _log.Forget(now);
        var free = _log.Count < _capacity ? now : _log.NextForgotten;
        return lane == Lane.Answer ? free : Later(free, _nextSpaced - CatchUp);
    }

    /// <summary>How many sends may start by <paramref name="until"/>, at most <paramref name="most"/>.</summary>
    public int StartsUntil(Lane lane, TimeSpan now, TimeSpan until, int most)
    {
        _log.Forget(now);
        var inLog = Math.Min(most, _capacity - _log.Count + _log.ForgottenBy(until, most));
        if (lane == Lane.Answer || inLog <= 0)
            return Math.Max(0, inLog);

        var first = Later(now, _nextSpaced - CatchUp);
        var spaced = first > until ? 0 : Math.Floor((until - Later(_nextSpaced, now) + CatchUp) / Spacing(now)) + 1;
        return (int)Math.Min(inLog, spaced);
    }

    /// <summary>Notes that a send started; <see cref="End"/> must follow.</summary>
    public void Start(LoggedStart start, TimeSpan now)
    {
        _log.Forget(now);
        var spacing = Spacing(now);
        // Answers push broadcasts back, but never out of every tenth place.
        _nextSpaced = Sooner(Later(_nextSpaced, now) + spacing, Later(_nextSpaced, now + CatchUp + spacing * 10));
        _log.Begin(start, now);
    }

    /// <summary>A send was answered at <paramref name="at"/>, or is given up: the later that is, the later the platform may have counted it.</summary>
    public void End(LoggedStart start, TimeSpan at) => _log.End(start, at);

    /// <summary>No broadcast starts before, and none in a burst: another instance may have used the second before now.</summary>
    public void Rest(TimeSpan until) => _nextSpaced = Later(_nextSpaced, until + CatchUp);

    /// <summary>How many sends started in the last second.</summary>
    public int InLastSecond(TimeSpan now)
    {
        _log.Forget(now);
        return _log.Count;
    }

    /// <summary>The platform told the whole lane to wait: go on at seven tenths, and gain a hundredth of the limit a second.</summary>
    public void Slow(TimeSpan now) => (_share, _sharedAt) = (Math.Max(Slowest, Share(now) * SlowedTo), now);

    /// <summary>The part of the limit that is used now.</summary>
    public double Share(TimeSpan now) => Math.Min(1, _share + (now - _sharedAt).TotalSeconds * RecoveredPerSecond);

    private TimeSpan Spacing(TimeSpan now) => TimeSpan.FromSeconds(SpacingMargin / (_perSecond * Share(now)));

    private static TimeSpan Sooner(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
