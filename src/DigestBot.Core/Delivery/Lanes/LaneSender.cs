using System.Collections.Concurrent;
using DigestBot.Chats;
using DigestBot.Delivery.Limits;
using Microsoft.Extensions.Logging;

namespace DigestBot.Delivery.Lanes;

/// <summary>
/// Puts deliveries on record as leaving, hands each to the platform in its place of the rhythm, and takes in what became of
/// it. Its state belongs to the lane's loop; only the sends themselves run beside that.
/// </summary>
internal sealed partial class LaneSender(
    LaneContext lane,
    LanePace pace,
    LaneGate gate,
    ChatLimits chats,
    LaneSupply supply,
    LaneOutcomes outcomes,
    LaneRecorder recorder,
    Alarm alarm,
    ILogger logger) : IDisposable
{
    private readonly LaneDepartures _departures = new(lane, alarm);
    private readonly ConcurrentQueue<Answered> _answered = new();
    private readonly CancellationTokenSource _abandon = new();

    /// <summary>Sends that began, or are on record as leaving, and whose answer has not come.</summary>
    public int UnderWay => Asked + _departures.Count;

    /// <summary>How many of a queue are among them that have not started yet.</summary>
    public int Leaving(Lane queue) => _departures.CountOf(queue);

    /// <summary>Whether more may be handed over: while some are being put on record, no others are.</summary>
    public bool TakesMore => !_departures.IsRecording;

    /// <summary>When the next of those on record may start; null where none is.</summary>
    public TimeSpan? NextStart
    {
        get
        {
            TimeSpan? next = null;
            foreach (var queue in (ReadOnlySpan<Lane>)[Lane.Answer, Lane.Broadcast])
            {
                if (_departures.Ready(queue) > 0 && pace.NextAt(queue, lane.Clock) is var start && !(next < start))
                    next = start;
            }

            return next;
        }
    }

    private int Asked { get; set; }

    /// <summary>Puts these on record as leaving, beside the loop; they start when that is done and their place has come.</summary>
    public void Send(List<LeasedDelivery> chosen, CancellationToken stopping)
    {
        if (chosen.Count > 0)
            _departures.Record(chosen, stopping);
    }

    /// <summary>Starts what is on record as leaving and whose place in the rhythm has come; throws what the store threw.</summary>
    public void StartReady(CancellationToken stopping)
    {
        try
        {
            foreach (var lost in _departures.TakeIn())
                chats.End(lost.Chat, lane.Clock, counts: false);
        }
        catch
        {
            GiveBackLeaving();
            throw;
        }

        foreach (var queue in (ReadOnlySpan<Lane>)[Lane.Answer, Lane.Broadcast])
        {
            while (_departures.Ready(queue) > 0 && (MayNotLeave(stopping) || pace.NextAt(queue, lane.Clock) <= lane.Clock))
            {
                var delivery = _departures.Next(queue);
                if (MayNotLeave(stopping))
                    GiveBack(delivery);
                else
                    Start(delivery);
                Settle();
            }
        }
    }

    /// <summary>Takes in the answers that have come.</summary>
    public void Settle()
    {
        while (_answered.TryDequeue(out var answer))
        {
            Asked--;
            lane.Metrics.Answered(lane.Name, answer.At - answer.BegunAt);
            pace.End(answer.Start, answer.At);
            var completion = outcomes.Judge(answer.Delivery, answer.Outcome, answer.At);
            chats.End(answer.Delivery.Chat, answer.At, counts: answer.Outcome is not SendOutcome.Later);
            recorder.Add(completion);
        }
    }

    /// <summary>Waits for what is under way, and gives it up when the time is over; what had not started goes back.</summary>
    public async Task DrainAsync(TimeSpan patience, TimeSpan afterGivingUp)
    {
        await _departures.EndAsync();
        GiveBackLeaving();
        await SettleUntilAsync(lane.Clock + patience);
        await _abandon.CancelAsync();
        await SettleUntilAsync(lane.Clock + afterGivingUp);
    }

    public void Dispose() => _abandon.Dispose();

    /// <summary>Whether nothing may start any more. A process that slept in between may have lost the platform to another.</summary>
    private bool MayNotLeave(CancellationToken stopping) =>
        stopping.IsCancellationRequested || outcomes.HaltedBecause is not null || gate.ClosedUntil > lane.Clock || !supply.IsHolder;

    private void Start(LeasedDelivery delivery)
    {
        Asked++;
        DeliveryEvents.Write(DeliveryEvents.BeforeSend, lane.Name, 1);
        var start = new LoggedStart();
        _ = AskAsync(delivery, start, lane.Clock);
        // Noted when the platform has it: a thread that slept in between must not bring two sends closer than they look.
        pace.Start(start, lane.Clock);
    }

    private async Task AskAsync(LeasedDelivery delivery, LoggedStart start, TimeSpan begunAt)
    {
        SendOutcome outcome;
        try
        {
            using var timeout = new CancellationTokenSource(lane.Options.SendTimeout, lane.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _abandon.Token);
            outcome = await lane.Platform.SendAsync(delivery.Chat, delivery.Part, delivery.Nonce, either.Token);
        }
        catch (Exception failure)
        {
            // A platform says what it can foresee; of the rest nobody can tell whether it left.
            Log.PlatformThrew(logger, failure, lane.Name, delivery.Id);
            outcome = new SendOutcome.Unknown(failure.GetType().Name);
        }

        DeliveryEvents.Write(DeliveryEvents.AfterAnswer, lane.Name, 1);
        _answered.Enqueue(new Answered(delivery, outcome, start, begunAt, lane.Clock));
        alarm.Ring();
    }

    /// <summary>On record as leaving or not: nothing has left, so they go back either way.</summary>
    public void GiveBackLeaving()
    {
        foreach (var delivery in _departures.TakeAll())
            GiveBack(delivery);
    }

    private void GiveBack(LeasedDelivery delivery)
    {
        chats.End(delivery.Chat, lane.Clock, counts: false);
        recorder.Add(new Completion(delivery, new SendOutcome.Later(TimeSpan.Zero, LaterScope.Chat, "not begun")));
    }

    private async Task SettleUntilAsync(TimeSpan until)
    {
        for (Settle(); Asked > 0 && lane.Clock < until; Settle())
            await alarm.WaitAsync(until - lane.Clock);
    }

    private sealed record Answered(LeasedDelivery Delivery, SendOutcome Outcome, LoggedStart Start, TimeSpan BegunAt, TimeSpan At);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Platform} threw on delivery {Delivery}; whether it left is unknown")]
        public static partial void PlatformThrew(ILogger logger, Exception failure, string platform, long delivery);
    }
}
