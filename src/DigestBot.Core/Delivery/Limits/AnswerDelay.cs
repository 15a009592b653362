namespace DigestBot.Delivery.Limits;

/// <summary>
/// How much longer than usual an answer took. The usual is what quick answers take: it falls fast and rises slowly, so that
/// some slow seconds do not pass for usual. Pure: the clock is an argument and never runs back.
/// </summary>
internal sealed class AnswerDelay
{
    /// <summary>So much more is nothing unusual: it evens out over many sends.</summary>
    private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// A start is slow in itself: until so long after the first answer nothing is usual yet, and all that an answer takes is delay.
    /// </summary>
    private static readonly TimeSpan Learning = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rise = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Fall = TimeSpan.FromSeconds(8);

    private TimeSpan? _first;
    private TimeSpan _last;
    private TimeSpan _quick;

    /// <summary>
    /// How much later than usual a message may have been there, whose answer came <paramref name="now"/>, after
    /// <paramref name="took"/>.
    /// </summary>
    public TimeSpan Of(TimeSpan took, TimeSpan now)
    {
        Learn(took, now);
        return Beyond(took, now);
    }

    /// <summary>The same for one whose answer has not come after so long.</summary>
    public TimeSpan Beyond(TimeSpan waited, TimeSpan now)
    {
        var usual = IsLearning(now) ? TimeSpan.Zero : _quick;
        return waited - usual - Jitter is var late && late > TimeSpan.Zero ? late : TimeSpan.Zero;
    }

    private void Learn(TimeSpan took, TimeSpan now)
    {
        // Answers that came at one moment may be told in any order.
        now = now > _last ? now : _last;
        var gap = now - _last < LongestGap ? now - _last : LongestGap;
        _last = now;
        if (_first is null)
            (_first, _quick) = (now, took);
        else if (IsLearning(now))
            _quick = took < _quick ? took : _quick;
        else
            _quick += (took - _quick) * (gap / (took < _quick ? Fall : Rise));
    }

    private bool IsLearning(TimeSpan now) => _first is not { } first || now - first < Learning;
}
