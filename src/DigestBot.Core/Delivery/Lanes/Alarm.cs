namespace DigestBot.Delivery.Lanes;

/// <summary>Wakes one waiting loop: when something rings, or when the time is over. A ring before the wait is not lost.</summary>
internal sealed class Alarm : IDisposable
{
    /// <summary>Timers count whole milliseconds: a shorter wait would be none, and the loop would spin.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly ITimer _timer;
    private volatile TaskCompletionSource _rung = Fresh();

    public Alarm(TimeProvider time) =>
        _timer = time.CreateTimer(static alarm => ((Alarm)alarm!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Ring() => _rung.TrySetResult();

    /// <summary>Rings when a work that runs beside the loop is done.</summary>
    public void RingAfter(Task work)
    {
        if (!work.IsCompleted)
            work.ContinueWith(static (_, alarm) => ((Alarm)alarm!).Ring(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public async Task WaitAsync(TimeSpan most)
    {
        _timer.Change(most <= TimeSpan.Zero ? TimeSpan.Zero : most < Tick ? Tick : most, Timeout.InfiniteTimeSpan);
        await _rung.Task;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _rung = Fresh();
    }

    public void Dispose() => _timer.Dispose();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
