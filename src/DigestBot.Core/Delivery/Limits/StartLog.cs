namespace DigestBot.Delivery.Limits;

/// <summary>
/// The sends of the last second, as the platform may have counted them. Messages need not arrive in the rhythm in which they
/// left: one whose answer is late may itself have been late, and one that is not answered may be arriving just now. Pure: the
/// clock is an argument and never runs back.
/// </summary>
internal sealed class StartLog(TimeSpan window)
{
    /// <summary>What hangs for so long is taken to have arrived, or never to.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(3);

    private readonly LinkedList<LoggedStart> _starts = new();
    private readonly AnswerDelay _delay = new();

    /// <summary>How many it holds at a time that <see cref="Forget"/> was last told.</summary>
    public int Count => _starts.Count;

    /// <summary>When the oldest of them is forgotten, as far as one can tell; there must be one.</summary>
    public TimeSpan NextForgotten => _starts.First!.Value.At + window;

    /// <summary>Notes that a send started; its end must be told.</summary>
    public void Begin(LoggedStart start, TimeSpan now)
    {
        start.Begun = now;
        Move(start, now);
    }

    /// <summary>The answer came, or is not waited for any more.</summary>
    public void End(LoggedStart start, TimeSpan now)
    {
        start.HasEnded = true;
        // An answer may have come before the start was noted.
        var delay = _delay.Of(now > start.Begun ? now - start.Begun : TimeSpan.Zero, now);
        var at = start.Begun + (delay < LongestDelay ? delay : LongestDelay);
        if (at != start.At)
            Move(start, at);
    }

    /// <summary>Forgets what the platform no longer counts.</summary>
    public void Forget(TimeSpan now)
    {
        while (_starts.First is { Value: var start } && start.At + window <= now)
        {
            var longest = start.Begun + LongestDelay;
            var mayArriveAt = start.HasEnded || _delay.Beyond(now - start.Begun, now) == TimeSpan.Zero ? start.At : now < longest ? now : longest;
            if (mayArriveAt > start.At)
                Move(start, mayArriveAt);
            else
                _starts.RemoveFirst();
        }
    }

    /// <summary>How many of them are forgotten by then, at most so many.</summary>
    public int ForgottenBy(TimeSpan until, int most)
    {
        var forgotten = 0;
        foreach (var start in _starts)
        {
            if (start.At + window > until || forgotten >= most)
                break;
            if (start.HasEnded)
                forgotten++;
        }

        return forgotten;
    }

    private void Move(LoggedStart start, TimeSpan at)
    {
        // One that was forgotten comes back where it turns out to have been late.
        if (start.Place.List is not null)
            _starts.Remove(start.Place);
        start.At = at;
        Insert(start);
    }

    /// <summary>Nearly always it is the last one, or close to it.</summary>
    private void Insert(LoggedStart start)
    {
        var before = _starts.Last;
        while (before is not null && before.Value.At > start.At)
            before = before.Previous;
        if (before is null)
            _starts.AddFirst(start.Place);
        else
            _starts.AddAfter(before, start.Place);
    }
}

/// <summary>A send in the log.</summary>
internal sealed class LoggedStart
{
    public LoggedStart() => Place = new LinkedListNode<LoggedStart>(this);

    /// <summary>When it started.</summary>
    public TimeSpan Begun { get; set; }

    /// <summary>When the platform may have counted it, at the latest.</summary>
    public TimeSpan At { get; set; }

    /// <summary>Whether its answer came.</summary>
    public bool HasEnded { get; set; }

    public LinkedListNode<LoggedStart> Place { get; }
}
