using DigestBot.Chats;
using DigestBot.Delivery.Limits;
using Microsoft.Extensions.Logging;

namespace DigestBot.Delivery.Lanes;

/// <summary>Decides what each outcome means: for its row, for its chat and for the whole lane.</summary>
internal sealed partial class LaneOutcomes(LaneContext lane, LanePace pace, LaneGate gate, ChatLimits chats, ILogger logger)
{
    private static readonly TimeSpan ChatBackoff = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestLaneWaitUnstated = TimeSpan.FromSeconds(60);

    private readonly FloodPolicy _flood = new(lane.Limits.PerSecond);

    /// <summary>Why the platform no longer takes the bot; null while it does.</summary>
    public string? HaltedBecause { get; private set; }

    /// <summary>Why the lane is closed where it is not a flood.</summary>
    public string? UnreachableBecause { get; private set; }

    /// <summary>What to put on record for an outcome that came at <paramref name="at"/>.</summary>
    public Completion Judge(LeasedDelivery delivery, SendOutcome outcome, TimeSpan at)
    {
        switch (outcome)
        {
            case SendOutcome.Sent:
                Answered(at);
                lane.Metrics.Sent(lane.Name, delivery.Lane, lane.UtcNow);
                lane.Health.Sent(lane.Name);
                return new Completion(delivery, outcome);
            case SendOutcome.Later later:
                lane.Metrics.Postponed(lane.Name);
                return _flood.MeansLane(delivery.Chat, later, at, pace.InLastSecond(at), pace.Share(at), gate.IsProbing)
                    ? LaneWaits(delivery, later, at)
                    : ChatWaits(delivery, later, at);
            case SendOutcome.Unknown unknown:
                return Unanswered(delivery, unknown, at);
            case SendOutcome.Halted halted:
                HaltedBecause = halted.Reason;
                return new Completion(delivery, outcome);
            default:
                Answered(at);
                if (outcome is not SendOutcome.Moved)
                    lane.Metrics.Failed(lane.Name, outcome is SendOutcome.Gone ? "gone" : "refused");
                Log.NotDelivered(logger, delivery.Id, delivery.Chat, outcome);
                return new Completion(delivery, outcome);
        }
    }

    private Completion LaneWaits(LeasedDelivery delivery, SendOutcome.Later later, TimeSpan at)
    {
        var closedBefore = gate.ClosedUntil;
        if (later.Delay is { } delay)
        {
            lane.Metrics.Throttled(lane.Name, lane: true);
            gate.Flooded(later.Scope == LaterScope.Lane || delay < LongestLaneWaitUnstated ? delay : LongestLaneWaitUnstated, at);
            UnreachableBecause = null;
        }
        else
        {
            gate.Unreachable(at);
            UnreachableBecause = later.Reason;
        }

        if (gate.ClosedUntil > closedBefore)
        {
            lane.Metrics.LaneClosed(lane.Name, gate.ClosedUntil - at);
            Log.LaneCloses(logger, lane.Name, gate.ClosedUntil - at, later.Reason);
        }

        var wait = Longer(later.Delay ?? TimeSpan.Zero, gate.ClosedUntil - at);
        return new Completion(delivery, later, lane.UtcNow + wait, HoldsPlatform: later.Delay is not null);
    }

    private Completion ChatWaits(LeasedDelivery delivery, SendOutcome.Later later, TimeSpan at)
    {
        if (later.Delay is not null)
        {
            UnreachableBecause = null;
            // Whom the answer to a probe means is not said: the next one tells, at another chat.
            if (!gate.IsProbing || later.Scope != LaterScope.Unstated)
                gate.Answered(at);
            if (later.IsLimit)
                lane.Metrics.Throttled(lane.Name, lane: false);
        }

        var delay = later.Delay ?? ChatBackoff;
        chats.Hold(delivery.Chat, at + delay);
        Log.ChatWaits(logger, delivery.Id, delivery.Chat, delay, later.Reason);
        return new Completion(delivery, later, lane.UtcNow + delay, HoldsChat: true);
    }

    private Completion Unanswered(LeasedDelivery delivery, SendOutcome.Unknown unknown, TimeSpan at)
    {
        lane.Metrics.Unknown(lane.Name);
        UnreachableBecause = unknown.Reason;
        gate.Unanswered(at);
        if (lane.Resends.Within is not { } within)
        {
            Log.LeftUnknown(logger, delivery.Id, delivery.Chat, unknown.Reason);
            return new Completion(delivery, unknown);
        }

        var wait = Longer(lane.Resends.DelayAfter(delivery.Attempt), gate.ClosedUntil - at);
        Log.SentAgain(logger, delivery.Id, delivery.Chat, unknown.Reason, wait);
        return new Completion(delivery, unknown, lane.UtcNow + wait, ResendWithin: within);
    }

    private void Answered(TimeSpan at)
    {
        gate.Answered(at);
        UnreachableBecause = null;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Delivery {Delivery} to {Chat} was not delivered: {Outcome}")]
        public static partial void NotDelivered(ILogger logger, long delivery, ChatId chat, SendOutcome outcome);

        [LoggerMessage(LogLevel.Information, "Delivery {Delivery} to {Chat} waits {Delay}: {Reason}")]
        public static partial void ChatWaits(ILogger logger, long delivery, ChatId chat, TimeSpan delay, string reason);

        [LoggerMessage(LogLevel.Warning, "Everything on {Platform} waits {Delay}: {Reason}")]
        public static partial void LaneCloses(ILogger logger, string platform, TimeSpan delay, string reason);

        [LoggerMessage(LogLevel.Warning, "Delivery {Delivery} to {Chat}: no answer came ({Reason}); sent again after {Delay}")]
        public static partial void SentAgain(ILogger logger, long delivery, ChatId chat, string reason, TimeSpan delay);

        [LoggerMessage(LogLevel.Warning, "Delivery {Delivery} to {Chat}: no answer came ({Reason}); left unknown")]
        public static partial void LeftUnknown(ILogger logger, long delivery, ChatId chat, string reason);
    }
}
