using System.Collections.Concurrent;
using DigestBot.Chats;
using DigestBot.Delivery.Limits;
using Microsoft.Extensions.Logging;

namespace DigestBot.Delivery.Lanes;

/// <summary>
/// Sends one platform's deliveries: leases what is due, puts it on record as leaving, hands it to the platform in the rhythm
/// that the limits allow, and puts on record what became of it. One loop owns all state; only the sends themselves run
/// beside it.
/// </summary>
internal sealed partial class PlatformLane : IDisposable
{
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(3);

    private readonly LaneContext _lane;
    private readonly ILogger _logger;
    private readonly Alarm _alarm;
    private readonly LanePace _pace;
    private readonly LaneGate _gate;
    private readonly ChatLimits _chats;
    private readonly LaneStock _stock = new();
    private readonly LaneSupply _supply;
    private readonly LaneChoice _choice;
    private readonly LaneOutcomes _outcomes;
    private readonly LaneRecorder _recorder;
    private readonly ConcurrentQueue<Answered> _answered = new();
    private readonly CancellationTokenSource _abandon = new();
    private int _underWay;
    private int _storeFailures;

    public PlatformLane(LaneContext lane, Random random, ILogger logger)
    {
        (_lane, _logger) = (lane, logger);
        _alarm = new Alarm(lane.Time);
        _pace = new LanePace(lane.Limits.PerSecond);
        _gate = new LaneGate(_pace, random);
        _chats = new ChatLimits(lane.Limits, lane.Platform.IsGroup);
        _supply = new LaneSupply(lane, _stock, _pace, logger);
        _outcomes = new LaneOutcomes(lane, _pace, _gate, _chats, logger);
        _recorder = new LaneRecorder(lane, Wake, logger);
        _choice = new LaneChoice(lane, _stock, _pace, _gate, _chats, _recorder.Add);
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
            catch (OperationCanceledException)
            {
                break;
            }
        }

        await DrainAsync(recording);
    }

    public void Dispose()
    {
        _alarm.Dispose();
        _recorder.Dispose();
        _abandon.Dispose();
    }

    private async Task TurnAsync(CancellationToken stopping)
    {
        await _supply.RestockAsync(stopping);
        Settle();
        Report();
        var chosen = _supply.IsHolder ? _choice.Next(Load) : [];
        if (chosen.Count > 0)
            await SendAsync(chosen, stopping);
        else
            await _alarm.WaitAsync(NextTurn() - _lane.Clock);
    }

    private LaneLoad Load => new(_underWay, _recorder.Unrecorded);

    private void Wake(Lane queue)
    {
        _supply.Wake(queue);
        _alarm.Ring();
    }

    private TimeSpan NextTurn()
    {
        var next = _supply.NextLook;
        if (_gate.ClosedUntil > _lane.Clock)
            return Sooner(next, _gate.ClosedUntil);
        if (_stock.NextParked is { } parked)
            next = Sooner(next, parked);
        foreach (var queue in (ReadOnlySpan<Lane>)[Lane.Answer, Lane.Broadcast])
        {
            // Where there is no room, the end of a send and its record ring.
            if (_stock.Ready(queue) > 0 && _choice.Room(queue, Load) > 0)
                next = Sooner(next, _pace.NextAt(queue, _lane.Clock));
        }

        return next;
    }

    private async Task SendAsync(List<LeasedDelivery> chosen, CancellationToken stopping)
    {
        IReadOnlyList<LeasedDelivery> begun;
        try
        {
            DeliveryEvents.Write(DeliveryEvents.BeforeSendingCommit, Name, chosen.Count);
            begun = await _lane.Ledger.BeginSendingAsync(chosen, _lane.Owner, _lane.UtcNow, stopping);
            DeliveryEvents.Write(DeliveryEvents.AfterSendingCommit, Name, begun.Count);
        }
        catch
        {
            // On record as leaving or not: nothing has left, so they go back either way.
            chosen.ForEach(GiveBack);
            throw;
        }

        foreach (var lost in chosen.ExceptBy(begun.Select(delivery => delivery.Id), delivery => delivery.Id))
            _chats.End(lost.Chat, _lane.Clock, counts: false);

        foreach (var delivery in begun)
        {
            if (await MayStartAsync(delivery.Lane, stopping))
                Start(delivery);
            else
                GiveBack(delivery);
        }
    }

    /// <summary>Waits for the delivery's place in the rhythm; false where it must not leave any more.</summary>
    private async Task<bool> MayStartAsync(Lane queue, CancellationToken stopping)
    {
        while (true)
        {
            Settle();
            var now = _lane.Clock;
            // A process that slept in between may have lost the platform to another.
            if (stopping.IsCancellationRequested || _outcomes.HaltedBecause is not null || _gate.ClosedUntil > now || !_supply.IsHolder)
                return false;

            var wait = _pace.NextAt(queue, now) - now;
            if (wait <= TimeSpan.Zero)
                return true;

            await Task.Delay(wait > TimeSpan.FromMilliseconds(1) ? wait : TimeSpan.FromMilliseconds(1), _lane.Time, CancellationToken.None);
        }
    }

    private void Start(LeasedDelivery delivery)
    {
        _underWay++;
        DeliveryEvents.Write(DeliveryEvents.BeforeSend, Name, 1);
        _ = AskAsync(delivery, _lane.Clock);
        // Noted when the platform has it: a thread that slept in between must not bring two sends closer than they look.
        _pace.Start(_lane.Clock);
    }

    private async Task AskAsync(LeasedDelivery delivery, TimeSpan begunAt)
    {
        SendOutcome outcome;
        try
        {
            using var timeout = new CancellationTokenSource(_lane.Options.SendTimeout, _lane.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _abandon.Token);
            outcome = await _lane.Platform.SendAsync(delivery.Chat, delivery.Part, delivery.Nonce, either.Token);
        }
        catch (Exception failure)
        {
            // A platform says what it can foresee; of the rest nobody can tell whether it left.
            Log.PlatformThrew(_logger, failure, Name, delivery.Id);
            outcome = new SendOutcome.Unknown(failure.GetType().Name);
        }

        DeliveryEvents.Write(DeliveryEvents.AfterAnswer, Name, 1);
        _answered.Enqueue(new Answered(delivery, outcome, begunAt, _lane.Clock));
        _alarm.Ring();
    }

    private void Settle()
    {
        while (_answered.TryDequeue(out var answer))
        {
            _underWay--;
            _lane.Metrics.Answered(Name, answer.At - answer.BegunAt);
            var completion = _outcomes.Judge(answer.Delivery, answer.Outcome, answer.BegunAt, answer.At);
            _chats.End(answer.Delivery.Chat, answer.At, counts: answer.Outcome is not SendOutcome.Later);
            _recorder.Add(completion);
        }
    }

    private void GiveBack(LeasedDelivery delivery)
    {
        _chats.End(delivery.Chat, _lane.Clock, counts: false);
        _recorder.Add(new Completion(delivery, new SendOutcome.Later(TimeSpan.Zero, LaterScope.Chat, "not begun")));
    }

    private async Task StoreFailedAsync(Exception failure, CancellationToken stopping)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(10, Math.Pow(2, _storeFailures++) / 2));
        _lane.Health.Report(Name, LaneState.StoreFailing, failure.Message);
        Log.StoreFailed(_logger, failure, Name, wait);
        var until = _lane.Clock + wait;
        while (_lane.Clock < until && !stopping.IsCancellationRequested)
        {
            await _alarm.WaitAsync(until - _lane.Clock);
            Settle();
        }
    }

    private void Report()
    {
        var (state, reason) = !_supply.IsHolder ? (LaneState.Standby, null)
            : _gate.ClosedUntil <= _lane.Clock && !_gate.IsProbing ? (LaneState.Working, null)
            : _outcomes.UnreachableBecause is { } because ? (LaneState.Unreachable, because)
            : (LaneState.Waiting, (string?)null);
        _lane.Health.Report(Name, state, reason);
    }

    private async Task DrainAsync(Task recording)
    {
        await SettleUntilAsync(_lane.Clock + _lane.Options.DrainTimeout);
        await _abandon.CancelAsync();
        await SettleUntilAsync(_lane.Clock + LastWait);
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
            _lane.Health.Report(Name, LaneState.Halted, because);
            Log.Halted(_logger, Name, because);
        }
        else
        {
            _lane.Health.Report(Name, LaneState.Stopped);
        }
    }

    private async Task SettleUntilAsync(TimeSpan until)
    {
        for (Settle(); _underWay > 0 && _lane.Clock < until; Settle())
            await _alarm.WaitAsync(until - _lane.Clock);
    }

    private static TimeSpan Sooner(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed record Answered(LeasedDelivery Delivery, SendOutcome Outcome, TimeSpan BegunAt, TimeSpan At);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The store can't be used, nothing is sent on {Platform}; tried again in {Wait}")]
        public static partial void StoreFailed(ILogger logger, Exception failure, string platform, TimeSpan wait);

        [LoggerMessage(LogLevel.Error, "{Platform} threw on delivery {Delivery}; whether it left is unknown")]
        public static partial void PlatformThrew(ILogger logger, Exception failure, string platform, long delivery);

        [LoggerMessage(LogLevel.Critical, "{Platform} no longer takes this bot, its lane stops: {Reason}")]
        public static partial void Halted(ILogger logger, string platform, string reason);

        [LoggerMessage(LogLevel.Error, "What was left of {Platform}'s lane could not be given back; its leases run out by themselves")]
        public static partial void NotReleased(ILogger logger, Exception failure, string platform);
    }
}
