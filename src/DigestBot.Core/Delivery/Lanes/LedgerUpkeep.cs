using DigestBot.Chats;
using Microsoft.Extensions.Logging;

namespace DigestBot.Delivery.Lanes;

/// <summary>Cleans up after instances that died, at the start and every few seconds, and looks at how much there is.</summary>
internal sealed partial class LedgerUpkeep(
    IDeliveryLedger ledger,
    DeliveryOptions options,
    IReadOnlyList<IChatPlatform> platforms,
    DeliveryHealth health,
    DeliveryMetrics metrics,
    TimeProvider time,
    ILogger logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    /// <summary>As long as a lease: after that none from before the clock was set stands.</summary>
    private readonly TimeSpan _restAfterStep = options.SendTimeout + TimeSpan.FromSeconds(30);
    private readonly long _start = time.GetTimestamp();
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private TimeSpan _steps;
    private TimeSpan _restUntil;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
                await OnceAsync(stopping);
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping is no failure.
        }
    }

    private async Task OnceAsync(CancellationToken stopping)
    {
        try
        {
            foreach (var platform in ClockWasSet() ? [] : platforms)
            {
                var recovered = await ledger.RecoverAsync(platform.Name, time.GetUtcNow(), ResendFrom(platform), stopping);
                if (recovered > 0)
                    Log.Recovered(logger, platform.Name, recovered);
            }

            var status = await ledger.StatusAsync(time.GetUtcNow(), stopping);
            metrics.Observed(status, time.GetUtcNow());
            health.Observed(status);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            Log.Failed(logger, failure);
        }
    }

    /// <summary>
    /// Leases are read from the system's clock. Where it was set, or the machine slept, those of living instances seem to have
    /// run out: nothing is taken from them for as long as one lasts.
    /// </summary>
    private bool ClockWasSet()
    {
        var clock = time.GetElapsedTime(_start);
        var steps = time.GetUtcNow() - _startedAt - clock;
        if ((steps - _steps).Duration() > Step)
        {
            _restUntil = clock + _restAfterStep;
            Log.ClockWasSet(logger, steps - _steps);
        }

        _steps = steps;
        return clock < _restUntil;
    }

    /// <summary>The sends of an instance that died that are sent again: all, those that the platform tells by their nonce, or none.</summary>
    private DateTimeOffset? ResendFrom(IChatPlatform platform) =>
        options.OnUnknown == UnknownPolicy.Resend ? DateTimeOffset.UnixEpoch : time.GetUtcNow() - platform.Limits.NonceWindow;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Recovered {Count} deliveries of {Platform}")]
        public static partial void Recovered(ILogger logger, string platform, int count);

        [LoggerMessage(LogLevel.Warning, "The system's clock was set by {Step}; leases are left alone for a while")]
        public static partial void ClockWasSet(ILogger logger, TimeSpan step);

        [LoggerMessage(LogLevel.Error, "The ledger could not be cleaned up; tried again shortly")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
