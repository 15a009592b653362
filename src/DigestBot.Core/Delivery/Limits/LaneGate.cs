namespace DigestBot.Delivery.Limits;

/// <summary>
/// Whether anything may leave on a platform at all. It closes when the whole lane is told to wait and when the platform
/// can't be reached; afterwards one send goes ahead as a probe, and the rest follow when it was answered.
/// </summary>
internal sealed class LaneGate(LanePace pace, Random random)
{
    private const int UnansweredInARow = 5;
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(15);

    private int _failures;
    private int _unanswered;

    /// <summary>Nothing starts before.</summary>
    public TimeSpan ClosedUntil { get; private set; }

    /// <summary>One send at a time until one is answered.</summary>
    public bool IsProbing { get; private set; }

    /// <summary>The lane was told to wait.</summary>
    public void Flooded(TimeSpan delay, TimeSpan now)
    {
        // What was under way when the first one said so says it again: that is one flood, not many.
        if (now >= ClosedUntil)
            pace.Slow(now);
        Close(now + delay);
    }

    /// <summary>Nothing answered; returns when the lane is tried again.</summary>
    public TimeSpan Unreachable(TimeSpan now)
    {
        if (now >= ClosedUntil)
        {
            _failures++;
            var longest = FirstBackoff * Math.Pow(2, Math.Min(_failures - 1, 10));
            Close(now + (longest < LongestBackoff ? longest : LongestBackoff) * (0.5 + random.NextDouble() / 2));
        }

        return ClosedUntil;
    }

    /// <summary>A message left and no answer came: several in a row mean that the platform is not well.</summary>
    public void Unanswered(TimeSpan now)
    {
        if (++_unanswered >= UnansweredInARow || IsProbing)
            Unreachable(now);
    }

    /// <summary>The platform answered, whatever it said about the message.</summary>
    public void Answered(TimeSpan now)
    {
        // One that was sent before the gate closed says nothing about now.
        if (now < ClosedUntil)
            return;

        (_failures, _unanswered, IsProbing) = (0, 0, false);
    }

    private void Close(TimeSpan until)
    {
        if (until > ClosedUntil)
            ClosedUntil = until;
        IsProbing = true;
    }
}
