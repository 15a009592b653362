using DigestBot.Subscriptions;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms.Discord.Receiving;

/// <summary>
/// What events change on record, one after another. The gateway says nothing twice: where the store can't be used, the event
/// and those after it wait until it can.
/// </summary>
internal sealed partial class EventTurns(TimeProvider time, ILogger<EventTurns> logger)
{
    /// <summary>Where so many events wait while the store is away, minor ones are let go rather than kept in memory.</summary>
    public const int MostWaiting = 10_000;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;
    private int _waiting;

    /// <param name="name">What it is called.</param>
    /// <param name="change">What is to be done.</param>
    /// <param name="isMinor">Of these there may be any number, and none is missed much.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task TakeAsync(string name, Func<CancellationToken, Task> change, bool isMinor, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (isMinor && _waiting >= MostWaiting)
            {
                Log.LetGo(logger, name);
                return Task.CompletedTask;
            }

            _waiting++;
            return _last = RunAfterAsync(_last, name, change, cancellationToken);
        }
    }

    private async Task RunAfterAsync(Task last, string name, Func<CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        try
        {
            // Who began the other one is told of its failure.
            await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            for (var isFirst = true; await FailureOfAsync(change, cancellationToken) is { } failure; isFirst = false)
            {
                if (isFirst)
                    Log.Waits(logger, name, failure.Message);
                await Task.Delay(Between, time, cancellationToken);
            }
        }
        finally
        {
            lock (_gate)
                _waiting--;
        }
    }

    private static async Task<StoreException?> FailureOfAsync(Func<CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        try
        {
            await change(cancellationToken);
            return null;
        }
        catch (StoreException failure)
        {
            return failure;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Event} of Discord waits for the store: {Reason}")]
        public static partial void Waits(ILogger logger, string @event, string reason);

        [LoggerMessage(LogLevel.Error, "{Event} of Discord is let go: too many wait for the store")]
        public static partial void LetGo(ILogger logger, string @event);
    }
}
