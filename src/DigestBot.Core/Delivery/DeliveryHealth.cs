using System.Collections.Concurrent;

namespace DigestBot.Delivery;

/// <summary>Whether the schedule is kept and deliveries move: what health endpoints and status tell.</summary>
public sealed class DeliveryHealth(TimeProvider time)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestIdleWithBacklog = TimeSpan.FromMinutes(5);

    /// <summary>A million digests that fall due at once take less.</summary>
    private static readonly TimeSpan LongestTick = TimeSpan.FromMinutes(10);

    /// <summary>By when a schedule that can begin, or begin again, has ticked.</summary>
    private static readonly TimeSpan FirstTick = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, LaneHealth> _lanes = new(StringComparer.Ordinal);
    private Deadline _tickDueBy = Deadline.At(time.GetUtcNow() + FirstTick, time);
    private DateTimeOffset _lastTickHere;
    private Deadline _tickAliveBy = Deadline.At(time.GetUtcNow() + FirstTick, time);
    private IReadOnlyDictionary<string, DateTimeOffset> _oldestDue = new Dictionary<string, DateTimeOffset>();

    /// <summary>Every platform's lane.</summary>
    public IReadOnlyList<LaneHealth> Lanes => [.. _lanes.Values.OrderBy(lane => lane.Platform, StringComparer.Ordinal)];

    /// <summary>No lane can ever work again before somebody acts: the process has no reason to go on.</summary>
    public bool IsHopeless => !_lanes.IsEmpty && _lanes.Values.All(lane => lane.State == LaneState.Halted);

    /// <summary>What is wrong now, one line each; empty where all is well.</summary>
    public IReadOnlyList<string> Problems() =>
        [.. Lanes.Select(LaneProblem).Append(TickProblem()).Append(BacklogProblem()).OfType<string>()];

    /// <summary>Why the schedule is not kept; null where it is.</summary>
    public string? TickProblem() =>
        _tickDueBy.OverBy(time) > TimeSpan.Zero ? $"the schedule's tick has not succeeded since it was due at {_tickDueBy.Time:u}" : null;

    /// <summary>Why nothing is even tried at the schedule's times: the scheduler has stopped, or one of its ticks does not end.</summary>
    /// <param name="storeSince">
    /// Since when the store can be used, in which a schedule that instances share is kept: until then no tick was to be had.
    /// </param>
    public string? SchedulerProblem(DateTimeOffset storeSince)
    {
        var tick = _tickAliveBy;
        var withStore = time.GetUtcNow() - (storeSince + FirstTick);
        return tick.OverBy(time) > LongestTick && withStore > LongestTick
            ? $"the schedule has not ticked since it was due at {Later(tick.Time, storeSince + FirstTick):u}"
            : null;
    }

    /// <summary>Why what is due does not leave, of lanes that say that they work; null where it does.</summary>
    public string? BacklogProblem()
    {
        var now = time.GetUtcNow();
        var stuck = Lanes.Where(lane => lane.State is LaneState.Working or LaneState.Waiting && IsStuck(lane, now)).ToArray();
        return stuck is []
            ? null
            : string.Join("; ", stuck.Select(lane => $"{lane.Platform}: deliveries wait since {_oldestDue[lane.Platform]:u} and nothing is sent"));
    }

    /// <summary>What keeps a lane from its work; null where nothing does.</summary>
    public string? LaneProblem(LaneHealth lane) => lane.State switch
    {
        LaneState.Halted => $"{lane.Platform}: {lane.Reason}",
        LaneState.StoreFailing => $"{lane.Platform}: the store does not answer since {lane.Since:u}: {lane.Reason}",
        LaneState.Unreachable => $"{lane.Platform}: not reachable since {lane.Since:u}: {lane.Reason}",
        LaneState.Stopped => null,
        _ => time.GetUtcNow() - lane.SeenAt > LongestSilence ? $"{lane.Platform}: its lane has not moved since {lane.SeenAt:u}" : null,
    };

    /// <summary>A tick of the slot <paramref name="fired"/> begins here, and the next will have begun by <paramref name="dueBy"/>.</summary>
    public void TickBegan(DateTimeOffset fired, DateTimeOffset dueBy) => (_lastTickHere, _tickAliveBy) = (fired, Deadline.At(dueBy, time));

    /// <summary>
    /// The schedule that instances share ticked last at <paramref name="fired"/> and does so again by <paramref name="dueBy"/>.
    /// Where another instance ran that tick, it is that one's to say whether it failed.
    /// </summary>
    public void TickSeen(DateTimeOffset fired, DateTimeOffset dueBy)
    {
        if (fired > _lastTickHere)
            _tickAliveBy = _tickDueBy = Deadline.At(dueBy, time);
    }

    /// <summary>The tick did its work and will have done so again by <paramref name="dueBy"/>.</summary>
    public void TickSucceeded(DateTimeOffset dueBy) => _tickDueBy = Deadline.At(dueBy, time);

    internal void Report(string platform, LaneState state, string? reason = null)
    {
        var now = time.GetUtcNow();
        _lanes.AddOrUpdate(
            platform,
            _ => new LaneHealth(platform, state, reason, now, now, null),
            (_, lane) => lane.State == state && lane.Reason == reason
                ? lane with { SeenAt = now }
                : lane with { State = state, Reason = reason, Since = now, SeenAt = now });
    }

    internal void Sent(string platform)
    {
        if (_lanes.TryGetValue(platform, out var lane))
            _lanes.TryUpdate(platform, lane with { LastSent = time.GetUtcNow() }, lane);
    }

    internal void Observed(LedgerStatus status) => _oldestDue = status.OldestDue;

    private bool IsStuck(LaneHealth lane, DateTimeOffset now) =>
        _oldestDue.TryGetValue(lane.Platform, out var oldest) && now - oldest > LongestIdleWithBacklog
        && now - Later(lane.LastSent ?? lane.Since, lane.Since) > LongestIdleWithBacklog;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>A time by which something is to happen, which comes when it was to however the system's clock is set meanwhile.</summary>
internal sealed record Deadline(DateTimeOffset Time, TimeSpan Left, long Since)
{
    public static Deadline At(DateTimeOffset at, TimeProvider time) => new(at, at - time.GetUtcNow(), time.GetTimestamp());

    /// <summary>How long ago it was; below zero where it is still to come.</summary>
    public TimeSpan OverBy(TimeProvider time) => time.GetElapsedTime(Since) - Left;
}

/// <summary>How one platform's lane fares.</summary>
/// <param name="Platform">Whose lane.</param>
/// <param name="State">What it does.</param>
/// <param name="Reason">Why, where there is something to say.</param>
/// <param name="Since">Since when.</param>
/// <param name="SeenAt">When its loop last went round.</param>
/// <param name="LastSent">When the platform last took a delivery; null where it has not since the start.</param>
public sealed record LaneHealth(
    string Platform, LaneState State, string? Reason, DateTimeOffset Since, DateTimeOffset SeenAt, DateTimeOffset? LastSent);

/// <summary>What a lane does.</summary>
public enum LaneState
{
    /// <summary>Sends what is due.</summary>
    Working,

    /// <summary>Another instance sends on this platform; this one takes over where that one dies.</summary>
    Standby,

    /// <summary>Told by the platform to wait.</summary>
    Waiting,

    /// <summary>The platform can't be reached or does not answer.</summary>
    Unreachable,

    /// <summary>The store can't be reached: nothing is sent.</summary>
    StoreFailing,

    /// <summary>The platform no longer takes this bot.</summary>
    Halted,

    /// <summary>Stopped with the program.</summary>
    Stopped,
}
