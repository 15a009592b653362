using System.Collections.Concurrent;

namespace DigestBot.Delivery;

/// <summary>
/// Which platforms this instance has, alone among those that share a store: it sends there and it listens there. Two that
/// listened with one token would take each other's updates, or answer everything twice.
/// </summary>
public sealed class PlatformHolds
{
    private readonly ConcurrentDictionary<string, Hold> _holds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _asked = new(StringComparer.Ordinal);

    /// <summary>Whether this instance has the platform now.</summary>
    public bool Has(string platform) => Of(platform).Taken.IsCompleted;

    /// <summary>Waits until the store has said for the first time whether this instance has the platform.</summary>
    public Task WhenAskedAsync(string platform, CancellationToken cancellationToken) => Asked(platform).Task.WaitAsync(cancellationToken);

    /// <summary>Waits until this instance has the platform; the token is cancelled when another instance has it.</summary>
    public async Task<CancellationToken> WhenTakenAsync(string platform, CancellationToken cancellationToken) =>
        await Of(platform).Taken.WaitAsync(cancellationToken);

    /// <summary>This instance has the platform.</summary>
    public void Take(string platform)
    {
        Of(platform).Take();
        Asked(platform).TrySetResult();
    }

    /// <summary>Another instance has the platform, or may have it.</summary>
    public void Lose(string platform)
    {
        if (_holds.TryGetValue(platform, out var hold) && hold.Taken.IsCompleted && _holds.TryUpdate(platform, new Hold(), hold))
            hold.Dispose();
        Asked(platform).TrySetResult();
    }

    private TaskCompletionSource Asked(string platform) =>
        _asked.GetOrAdd(platform, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private Hold Of(string platform) => _holds.GetOrAdd(platform, _ => new Hold());

    /// <summary>One time of having a platform, which ends with losing it; the next is another.</summary>
    private sealed class Hold : IDisposable
    {
        private readonly CancellationTokenSource _lost = new();
        private readonly TaskCompletionSource<CancellationToken> _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<CancellationToken> Taken => _taken.Task;

        public void Take() => _taken.TrySetResult(_lost.Token);

        public void Dispose()
        {
            _lost.Cancel();
            _lost.Dispose();
        }
    }
}
