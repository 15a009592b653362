namespace DigestBot.Delivery.Lanes;

/// <summary>Wakes one waiting loop: when something rings, or when the time is over. A ring before the wait is not lost.</summary>
internal sealed class Alarm : IDisposable
{
    private readonly ITimer _timer;
    private volatile TaskCompletionSource _rung = Fresh();

    public Alarm(TimeProvider time) =>
        _timer = time.CreateTimer(static alarm => ((Alarm)alarm!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Ring() => _rung.TrySetResult();

    public async Task WaitAsync(TimeSpan most)
    {
        _timer.Change(most > TimeSpan.Zero ? most : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        await _rung.Task;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _rung = Fresh();
    }

    public void Dispose() => _timer.Dispose();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
