namespace DigestBot.Platforms.Discord.Rest;

/// <summary>
/// Refused requests of the last ten minutes. At 10,000 Discord shuts out the whole address, whatever else runs there; this
/// bot stops at a quarter of that.
/// </summary>
internal sealed class InvalidRequests
{
    public const int Most = 2500;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Queue<TimeSpan> _refused = new();

    /// <summary>Counts one; true where nothing may go any more.</summary>
    public bool Add(TimeSpan now)
    {
        Forget(now);
        _refused.Enqueue(now);
        return _refused.Count >= Most;
    }

    /// <summary>How long nothing may go.</summary>
    public TimeSpan DelayAt(TimeSpan now)
    {
        Forget(now);
        return _refused.Count < Most ? TimeSpan.Zero : _refused.Peek() + Window - now + TimeSpan.FromMilliseconds(1);
    }

    private void Forget(TimeSpan now)
    {
        while (_refused.TryPeek(out var oldest) && now - oldest > Window)
            _refused.Dequeue();
    }
}
