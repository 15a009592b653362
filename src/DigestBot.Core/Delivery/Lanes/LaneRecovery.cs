using Microsoft.Extensions.Logging;

namespace DigestBot.Delivery.Lanes;

/// <summary>
/// Cleans up after instances that died, when the lane starts and every few seconds. Leases and expiry are read from the system's
/// clock: whatever may make those of the living seem to have run out puts it off, and what was told to wait by a clock that was
/// set back is told anew.
/// </summary>
internal sealed partial class LaneRecovery(LaneContext lane, LaneSupply supply, LaneRecorder recorder, ILogger logger)
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    private readonly DateTimeOffset _startedAt = lane.UtcNow;
    private TimeSpan _next;
    private TimeSpan _lastLook;
    private TimeSpan _steps;
    private TimeSpan _setBackBy;

    /// <summary>Recovers where it is time to.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        // One reading of the time for both: a clock that is set between two would pass for one that nobody set.
        var (clock, now) = (lane.Clock, lane.UtcNow);
        PutOffWhere(clock, now);
        await SetBackAsync(now, cancellationToken);
        if (clock < _next || !supply.IsHolder)
            return;

        _next = clock + Every;
        var recovered = await lane.Ledger.RecoverAsync(lane.Name, now, lane.Resends.Within, cancellationToken);
        if (recovered == 0)
            return;

        supply.Wake();
        Log.Recovered(logger, recovered, lane.Name);
    }

    private void PutOffWhere(TimeSpan clock, DateTimeOffset now)
    {
        var steps = now - _startedAt - clock;
        if (lane.Clock - clock > Step)
        {
            // It slept between the two readings: that they differ tells of no step.
            PutOff(lane.Clock + Every);
            return;
        }

        if ((steps - _steps).Duration() > Step)
        {
            // As long as a lease: after that, none from before stands.
            Log.ClockWasSet(logger, steps - _steps);
            _setBackBy += _steps - steps;
            PutOff(clock + lane.LeaseFor);
        }

        _steps = steps;

        // What came back while the store or this process slept is about to be recorded: by this instance, or by the one that
        // had the platform before.
        if (recorder.IsBehind || clock - _lastLook > Every || supply.TookOverAt is { } tookOver && clock - tookOver < Every)
            PutOff(clock + Every);
        _lastLook = clock;
    }

    /// <summary>Where it was set forward, what waits goes sooner, and the platform tells. What another instance wrote is that one's to see to.</summary>
    private async Task SetBackAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_setBackBy > TimeSpan.Zero && supply.IsHolder && await lane.Ledger.SetBackAsync(lane.Name, _setBackBy, now, lane.Resends.Within, cancellationToken) > 0)
            supply.Wake();
        _setBackBy = TimeSpan.Zero;
    }

    private void PutOff(TimeSpan until) => _next = until > _next ? until : _next;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Recovered {Count} deliveries of {Platform}")]
        public static partial void Recovered(ILogger logger, int count, string platform);

        [LoggerMessage(LogLevel.Warning, "The system's clock was set by {Step}; leases and what is too old are left alone for a while")]
        public static partial void ClockWasSet(ILogger logger, TimeSpan step);
    }
}
