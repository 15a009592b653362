namespace DigestBot.Simulators.Discord.Rest;

/// <summary>No window of the length holds more than it may, wherever it begins. Its owner locks.</summary>
internal sealed class SlidingWindow(int most, double seconds)
{
    private readonly Queue<double> _taken = new();
    private double _newest = double.NegativeInfinity;

    public int Most => most;

    public int Count(double now)
    {
        while (_taken.TryPeek(out var oldest) && oldest <= now - seconds)
            _taken.Dequeue();
        return _taken.Count;
    }

    /// <summary>Counts one, or says in how many seconds there is room and counts nothing.</summary>
    public double? TooEarlyBy(double now)
    {
        if (Count(now) >= most)
            return _taken.Peek() + seconds - now;
        _taken.Enqueue(_newest = now);
        return null;
    }

    /// <summary>Until nothing is counted any more.</summary>
    public double ResetsIn(double now) => Math.Max(0, _newest + seconds - now);
}
