namespace DigestBot.Benchmarks.Delivery.Clocks;

/// <summary>How the wall clock of the bot's machine is set over the year, on and back, by up to ten hours. The same seed makes the same steps.</summary>
internal sealed class ClockSteps
{
    private const int LongestMinutes = 600;
    private readonly Queue<(DateTimeOffset At, DateTimeOffset To)> _ahead = new();

    public ClockSteps(int seed, DateTimeOffset from, DateTimeOffset until)
    {
        var random = new Random(seed);
        for (var at = from.AddDays(2); at < until.AddDays(-5);)
        {
            at = at.AddMinutes(random.Next(60, 5 * 24 * 60)).AddMilliseconds(random.Next(60_000));
            var step = TimeSpan.FromMilliseconds(random.Next(1, LongestMinutes * 60_000) * (random.Next(2) == 0 ? 1 : -1));
            Add(at, at + step);
            // Some hours later it is set right.
            at = at + step + TimeSpan.FromMinutes(random.Next(1, 12 * 60));
            Add(at, at - step);
            at -= step;
        }
    }

    /// <summary>Every step on, with what it passed over: a digest that was due in between can only come after it.</summary>
    public List<(DateTimeOffset At, DateTimeOffset To)> Forward { get; } = [];

    public int Count { get; private set; }

    /// <summary>The next step, where it comes before the clock shows <paramref name="instant"/>.</summary>
    public bool TryTake(DateTimeOffset instant, out DateTimeOffset to)
    {
        to = default;
        if (!_ahead.TryPeek(out var step) || step.At > instant)
            return false;

        to = _ahead.Dequeue().To;
        return true;
    }

    private void Add(DateTimeOffset at, DateTimeOffset to)
    {
        _ahead.Enqueue((at, to));
        Count++;
        if (to > at)
            Forward.Add((at, to));
    }
}
