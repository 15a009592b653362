using DigestBot.Chats;
using DigestBot.Delivery.Limits;

namespace DigestBot.Delivery.Lanes;

/// <summary>
/// Chooses what goes next: answers first, each chat at its own pace, no more than may start within a moment. What has to wait
/// is set aside, and goes back to the ledger where it would have to wait long.
/// </summary>
internal sealed class LaneChoice(LaneContext lane, LaneStock stock, LanePace pace, LaneGate gate, ChatLimits chats, Action<Completion> giveBack)
{
    /// <summary>What may start within this time is put on record together; the longer, the more a killed process leaves in doubt.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(15);

    /// <summary>While what is on record already has places up to then, no more is: a few are put on record at the cost of one.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(7);

    /// <summary>How often a chat that is being sent to is looked at again.</summary>
    private static readonly TimeSpan BusyLook = TimeSpan.FromMilliseconds(100);

    /// <summary>Sends that broadcasts leave free for answers: a platform that hangs must not silence the bot.</summary>
    private readonly int _reserved = lane.Limits.InFlight < 4 ? 0 : Math.Clamp(lane.Limits.InFlight / 20, 1, 8);

    /// <summary>
    /// Outcomes that may wait to be recorded while more is sent, an eighth of a second's worth: were the process killed, each
    /// of them would be a send that nobody can tell about.
    /// </summary>
    private readonly int _mostUnrecorded = (int)Math.Clamp(lane.Limits.PerSecond / 8, 4, 10_000);

    /// <summary>How many more may be begun: as many as may be under way at once, and a quarter more that still wait to be recorded.</summary>
    public int Room(Lane queue, LaneLoad load)
    {
        if (gate.IsProbing)
            return Math.Max(0, 1 - load.InDoubt);

        var underWay = lane.Limits.InFlight - (queue == Lane.Answer ? 0 : _reserved) - load.UnderWay;
        var inDoubt = lane.Limits.InFlight * 5 / 4 - load.InDoubt;
        return Math.Max(0, Math.Min(Math.Min(underWay, inDoubt), _mostUnrecorded - load.Unrecorded));
    }

    /// <summary>The next ones; their chats are marked as being sent to.</summary>
    public List<LeasedDelivery> Next(LaneLoad load)
    {
        var now = lane.Clock;
        var chosen = new List<LeasedDelivery>();
        if (gate.ClosedUntil > now)
            return chosen;

        stock.Unpark(now);
        Choose(Lane.Answer, load, now, chosen);
        Choose(Lane.Broadcast, load, now, chosen);
        return chosen;
    }

    private void Choose(Lane queue, LaneLoad load, TimeSpan now, List<LeasedDelivery> chosen)
    {
        var room = Room(queue, load with { UnderWay = load.UnderWay + chosen.Count });
        if (room == 0 || stock.Ready(queue) == 0)
            return;

        // What is on record as leaving has a place in the rhythm already; an answer goes ahead of broadcasts there.
        var before = chosen.Count + load.LeavingAnswers + (queue == Lane.Answer ? 0 : load.LeavingBroadcasts);
        if (before > 0 && pace.StartsUntil(queue, now, now + Enough, before + 1) <= before)
            return;

        var left = pace.StartsUntil(queue, now, now + Ahead, room + before) - before;
        while (left > 0 && stock.TryTake(queue, out var held))
        {
            if (!MayGo(held, now))
                continue;

            chats.Begin(held.Delivery.Chat, now);
            chosen.Add(held.Delivery);
            left--;
        }
    }

    private bool MayGo(Held held, TimeSpan now)
    {
        var delivery = held.Delivery;
        if (delivery.ExpiresAt <= lane.UtcNow || now - held.LeasedAt > lane.LongestHold)
        {
            giveBack(new Completion(delivery, new SendOutcome.Later(TimeSpan.Zero, LaterScope.Chat, "held too long")));
            return false;
        }

        if (chats.ReadyAt(delivery.Chat, now) is not { } ready)
        {
            stock.Park(held, now + BusyLook);
            return false;
        }

        if (ready <= now)
            return true;

        if (ready - held.LeasedAt < lane.LongestHold)
            stock.Park(held, ready);
        else
            giveBack(new Completion(delivery, new SendOutcome.Later(ready - now, LaterScope.Chat, "the chat's limit"), lane.UtcNow + (ready - now), HoldsChat: true));
        return false;
    }
}

/// <summary>What a lane has begun and not done with.</summary>
/// <param name="UnderWay">Sends whose answer has not come, and those about to start.</param>
/// <param name="Unrecorded">Outcomes that are not on record.</param>
/// <param name="LeavingAnswers">Those about to start that are answers.</param>
/// <param name="LeavingBroadcasts">Those about to start that are not.</param>
internal readonly record struct LaneLoad(int UnderWay, int Unrecorded, int LeavingAnswers = 0, int LeavingBroadcasts = 0)
{
    /// <summary>What a process that is killed now leaves in doubt.</summary>
    public int InDoubt => UnderWay + Unrecorded;
}
