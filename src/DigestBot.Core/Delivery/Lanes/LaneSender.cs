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
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly ConcurrentQueue<Answered> _answered = new();
    private readonly CancellationTokenSource _abandon = new();

    /// <summary>Sends whose answer has not come.</summary>
    public int UnderWay { get; private set; }

    /// <summary>Sends these; returns when the last has started.</summary>
    public async Task SendAsync(List<LeasedDelivery> chosen, CancellationToken stopping)
    {
        IReadOnlyList<LeasedDelivery> begun;
        try
        {
            DeliveryEvents.Write(DeliveryEvents.BeforeSendingCommit, lane.Name, chosen.Count);
            begun = await lane.Ledger.BeginSendingAsync(chosen, lane.Owner, lane.UtcNow, stopping);
            DeliveryEvents.Write(DeliveryEvents.AfterSendingCommit, lane.Name, begun.Count);
        }
        catch
        {
            // On record as leaving or not: nothing has left, so they go back either way.
            chosen.ForEach(GiveBack);
            throw;
        }

        foreach (var lost in chosen.ExceptBy(begun.Select(delivery => delivery.Id), delivery => delivery.Id))
            chats.End(lost.Chat, lane.Clock, counts: false);

        foreach (var delivery in begun)
        {
            if (await MayStartAsync(delivery.Lane, stopping))
                Start(delivery);
            else
                GiveBack(delivery);
        }
    }

    /// <summary>Takes in the answers that have come.</summary>
    public void Settle()
    {
        while (_answered.TryDequeue(out var answer))
        {
            UnderWay--;
            lane.Metrics.Answered(lane.Name, answer.At - answer.BegunAt);
            var completion = outcomes.Judge(answer.Delivery, answer.Outcome, answer.At);
            chats.End(answer.Delivery.Chat, answer.At, counts: answer.Outcome is not SendOutcome.Later);
            recorder.Add(completion);
        }
    }

    /// <summary>Waits for what is under way, and gives it up when the time is over.</summary>
    public async Task DrainAsync(TimeSpan patience, TimeSpan afterGivingUp)
    {
        await SettleUntilAsync(lane.Clock + patience);
        await _abandon.CancelAsync();
        await SettleUntilAsync(lane.Clock + afterGivingUp);
    }

    public void Dispose() => _abandon.Dispose();

    /// <summary>Waits for the delivery's place in the rhythm; false where it must not leave any more.</summary>
    private async Task<bool> MayStartAsync(Lane queue, CancellationToken stopping)
    {
        while (true)
        {
            Settle();
            var now = lane.Clock;
            // A process that slept in between may have lost the platform to another.
            if (stopping.IsCancellationRequested || outcomes.HaltedBecause is not null || gate.ClosedUntil > now || !supply.IsHolder)
                return false;

            var wait = pace.NextAt(queue, now) - now;
            if (wait <= TimeSpan.Zero)
                return true;

            await Task.Delay(wait > Tick ? wait : Tick, lane.Time, CancellationToken.None);
        }
    }

    private void Start(LeasedDelivery delivery)
    {
        UnderWay++;
        DeliveryEvents.Write(DeliveryEvents.BeforeSend, lane.Name, 1);
        _ = AskAsync(delivery, lane.Clock);
        // Noted when the platform has it: a thread that slept in between must not bring two sends closer than they look.
        pace.Start(lane.Clock);
    }

    private async Task AskAsync(LeasedDelivery delivery, TimeSpan begunAt)
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
        _answered.Enqueue(new Answered(delivery, outcome, begunAt, lane.Clock));
        alarm.Ring();
    }

    private void GiveBack(LeasedDelivery delivery)
    {
        chats.End(delivery.Chat, lane.Clock, counts: false);
        recorder.Add(new Completion(delivery, new SendOutcome.Later(TimeSpan.Zero, LaterScope.Chat, "not begun")));
    }

    private async Task SettleUntilAsync(TimeSpan until)
    {
        for (Settle(); UnderWay > 0 && lane.Clock < until; Settle())
            await alarm.WaitAsync(until - lane.Clock);
    }

    private sealed record Answered(LeasedDelivery Delivery, SendOutcome Outcome, TimeSpan BegunAt, TimeSpan At);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Platform} threw on delivery {Delivery}; whether it left is unknown")]
        public static partial void PlatformThrew(ILogger logger, Exception failure, string platform, long delivery);
    }
}
