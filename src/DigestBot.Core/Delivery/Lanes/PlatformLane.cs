using DigestBot.Delivery.Limits;
using Microsoft.Extensions.Logging;

namespace DigestBot.Delivery.Lanes;

/// <summary>
/// Sends one platform's deliveries: leases what is due, puts it on record as leaving, hands it to the platform in the rhythm
/// that the limits allow, and puts on record what became of it. One loop owns all state.
/// </summary>
internal sealed partial class PlatformLane : IDisposable
{
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestStoreWait = TimeSpan.FromSeconds(10);

    private readonly LaneContext _lane;
    private readonly ILogger _logger;
    private readonly Alarm _alarm;
    private readonly LanePace _pace;
    private readonly LaneGate _gate;
    private readonly LaneStock _stock = new();
    private readonly LaneSupply _supply;
    private readonly LaneRecovery _recovery;
    private readonly LaneChoice _choice;
    private readonly LaneOutcomes _outcomes;
    private readonly LaneRecorder _recorder;
    private readonly LaneSender _sender;
    private int _storeFailures;

    public PlatformLane(LaneContext lane, Random random, ILogger logger)
    {
        (_lane, _logger) = (lane, logger);
        _alarm = new Alarm(lane.Time);
        _pace = new LanePace(lane.Limits.PerSecond);
        _gate = new LaneGate(_pace, random);
        var chats = new ChatLimits(lane.Limits, lane.Platform.IsGroup);
        _supply = new LaneSupply(lane, _stock, _pace, _alarm, logger);
        _outcomes = new LaneOutcomes(lane, _pace, _gate, chats, logger);
        _recorder = new LaneRecorder(lane, Wake, logger);
        _recovery = new LaneRecovery(lane, _supply, _recorder, logger);
        _choice = new LaneChoice(lane, _stock, _pace, _gate, chats, _recorder.Add);
        _sender = new LaneSender(lane, _pace, _gate, chats, _supply, _outcomes, _recorder, _alarm, logger);
    }

    public string Name => _lane.Name;

    /// <summary>Something may be due. Any thread may say so.</summary>
    public void Wake()
    {
        Wake(Lane.Answer);
        Wake(Lane.Broadcast);
    }

    /// <summary>Sends until <paramref name="stopping"/>, or until the platform no longer takes the bot.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        await using var ring = stopping.Register(_alarm.Ring);
        var recording = _recorder.RunAsync();
        while (!stopping.IsCancellationRequested && _outcomes.HaltedBecause is null)
        {
            try
            {
                await TurnAsync(stopping);
                _storeFailures = 0;
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                await StoreFailedAsync(failure, stopping);
            }
            catch (Exception)
            {
                // A store that stops with the bot is left to the end: what is under way is still waited for.
                break;
            }
        }

        await EndAsync(recording);
    }

    public void Dispose()
    {
        _alarm.Dispose();
        _recorder.Dispose();
        _sender.Dispose();
    }

    private LaneLoad Load => new(_sender.UnderWay, _recorder.Unrecorded, _sender.Leaving(Lane.Answer), _sender.Leaving(Lane.Broadcast));

    private void Wake(Lane queue)
    {
        _supply.Wake(queue);
        _alarm.Ring();
    }

    private async Task TurnAsync(CancellationToken stopping)
    {
        await _supply.RestockAsync(stopping);
        await _recovery.LookAsync(stopping);
        _sender.Settle();
        Report();
        _sender.StartReady(stopping);
        if (_supply.IsHolder && _sender.TakesMore)
        {
            _sender.Send(_choice.Next(Load), stopping);
            _sender.StartReady(stopping);
        }

        await _alarm.WaitAsync(NextTurn() - _lane.Clock);
    }

    private TimeSpan NextTurn()
    {
        var next = _supply.NextLook;
        if (_gate.ClosedUntil > _lane.Clock)
            return Sooner(next, _gate.ClosedUntil);
        if (_stock.NextParked is { } parked)
            next = Sooner(next, parked);
        if (_sender.NextStart is { } start)
            next = Sooner(next, start);
        // The end of what is being put on record rings.
        if (!_sender.TakesMore)
            return next;

        foreach (var queue in (ReadOnlySpan<Lane>)[Lane.Answer, Lane.Broadcast])
        {
            // Where there is no room, the end of a send and its record ring.
            if (_stock.Ready(queue) > 0 && _choice.Room(queue, Load) > 0)
                next = Sooner(next, _pace.NextAt(queue, _lane.Clock));
        }

        return next;
    }

    private void Report()
    {
        var (state, reason) = !_supply.IsHolder ? (LaneState.Standby, null)
            : _gate.ClosedUntil <= _lane.Clock && !_gate.IsProbing ? (LaneState.Working, null)
            : _outcomes.UnreachableBecause is { } because ? (LaneState.Unreachable, because)
            : (LaneState.Waiting, (string?)null);
        _lane.Health.Report(Name, state, reason);
    }

    private async Task StoreFailedAsync(Exception failure, CancellationToken stopping)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(LongestStoreWait.TotalSeconds, Math.Pow(2, Math.Min(_storeFailures++, 10)) / 2));
        _lane.Health.Report(Name, LaneState.StoreFailing, failure.Message);
        Log.StoreFailed(_logger, failure, Name, wait);
        if (!_supply.IsHolder)
            _lane.Holds.Lose(Name);
        var until = _lane.Clock + wait;
        while (_lane.Clock < until && !stopping.IsCancellationRequested)
        {
            await _alarm.WaitAsync(until - _lane.Clock);
            _sender.Settle();
            _sender.GiveBackLeaving();
        }
    }

    private async Task EndAsync(Task recording)
    {
        await _sender.DrainAsync(_lane.Options.DrainTimeout, LastWait);
        await _supply.EndAsync().WaitAsync(LastWait, _lane.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _recorder.Finish();
        try
        {
            await recording.WaitAsync(LastWait, _lane.Time);
            await _lane.Ledger.ReleaseAsync(Name, _lane.Owner, CancellationToken.None).WaitAsync(LastWait, _lane.Time);
        }
        catch (Exception failure)
        {
            _recorder.Abandon();
            Log.NotReleased(_logger, failure, Name);
        }

        if (_outcomes.HaltedBecause is { } because)
        {
            // Another instance may have it, and listens there then.
            _lane.Holds.Lose(Name);
            _lane.Health.Report(Name, LaneState.Halted, because);
            Log.Halted(_logger, Name, because);
        }
        else
        {
            _lane.Health.Report(Name, LaneState.Stopped);
        }
    }

    private static TimeSpan Sooner(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The store can't be used, nothing is sent on {Platform}; tried again in {Wait}")]
        public static partial void StoreFailed(ILogger logger, Exception failure, string platform, TimeSpan wait);

        [LoggerMessage(LogLevel.Critical, "{Platform} no longer takes this bot, its lane stops: {Reason}")]
        public static partial void Halted(ILogger logger, string platform, string reason);

        [LoggerMessage(LogLevel.Error, "What was left of {Platform}'s lane could not be given back; its leases run out by themselves")]
        public static partial void NotReleased(ILogger logger, Exception failure, string platform);
    }
}
