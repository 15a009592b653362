using DigestBot.Delivery.Limits;
using Microsoft.Extensions.Logging;

namespace DigestBot.Delivery.Lanes;

/// <summary>Keeps a lane stocked: holds the platform for this instance and leases what is due.</summary>
internal sealed partial class LaneSupply(LaneContext lane, LaneStock stock, LanePace pace, Alarm alarm, ILogger logger)
{
    private static readonly Hold Busy = new(For: TimeSpan.FromSeconds(4), RenewedAfter: TimeSpan.FromSeconds(1));

    /// <summary>A bot that has nothing to send need not write every second; another still takes over soon where it dies.</summary>
    private static readonly Hold Idle = new(For: TimeSpan.FromSeconds(10), RenewedAfter: TimeSpan.FromSeconds(5));

    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(1);

    private readonly Leasing _answers = AnswersOf(lane, stock, alarm);
    private readonly Leasing _broadcasts = BroadcastsOf(lane, stock, alarm);
    private TimeSpan _renewAt;
    private TimeSpan _heldUntil;
    private TimeSpan _pollAt;
    private bool _stoodBy;
    private bool _tookBack;

    /// <summary>Whether this instance may send on the platform now.</summary>
    public bool IsHolder => lane.Clock < _heldUntil;

    /// <summary>Since when it may, where another instance had the platform before; null where this one has had it since the start.</summary>
    public TimeSpan? TookOverAt { get; private set; }

    /// <summary>When the supply wants to be looked at again.</summary>
    public TimeSpan NextLook => IsHolder && _pollAt < _renewAt ? _pollAt : _renewAt;

    /// <summary>Something may be due in a queue: the next look asks the ledger. Any thread may say so.</summary>
    public void Wake(Lane queue) => (queue == Lane.Answer ? _answers : _broadcasts).Wake();

    /// <summary>The same for both queues.</summary>
    public void Wake()
    {
        Wake(Lane.Answer);
        Wake(Lane.Broadcast);
    }

    /// <summary>Renews the hold on the platform, and leases where little is held and more may be due.</summary>
    public async Task RestockAsync(CancellationToken cancellationToken)
    {
        await HoldAsync(cancellationToken);
        if (!IsHolder)
        {
            _answers.TakeIn();
            _broadcasts.TakeIn();
            return;
        }

        var isPoll = lane.Clock >= _pollAt;
        if (isPoll)
            _pollAt = lane.Clock + PollEvery;
        _answers.Restock(isPoll, cancellationToken);
        _broadcasts.Restock(isPoll, cancellationToken);
    }

    /// <summary>Waits until nothing is leased any more.</summary>
    public Task EndAsync() => Task.WhenAll(_answers.EndAsync(), _broadcasts.EndAsync());

    private async Task HoldAsync(CancellationToken cancellationToken)
    {
        var asked = lane.Clock;
        if (asked < _renewAt)
            return;

        var wasHolder = _heldUntil > TimeSpan.Zero;
        var now = lane.UtcNow;
        var hold = wasHolder && stock.Count == 0 ? Idle : Busy;
        var holds = await lane.Ledger.HoldPlatformAsync(lane.Name, lane.Owner, now, now + hold.For, cancellationToken);
        (_heldUntil, _renewAt) = holds ? (asked + hold.For, asked + hold.RenewedAfter) : (TimeSpan.Zero, asked + Busy.RenewedAfter);
        if (holds)
            lane.Holds.Take(lane.Name);
        else
            lane.Holds.Lose(lane.Name);
        if (holds && !wasHolder)
        {
            Log.Holds(logger, lane.Name);
            TookOverAt = _stoodBy ? asked : null;
            pace.Rest(lane.Clock + lane.Limits.ChatInterval);
            _pollAt = TimeSpan.Zero;
        }
        else if (!holds && (wasHolder || !_stoodBy))
        {
            Log.StandsBy(logger, lane.Name);
        }

        _stoodBy |= !holds;
        _tookBack &= holds;
        if (!holds && stock.Count > 0)
        {
            stock.Clear();
            await lane.Ledger.ReleaseAsync(lane.Name, lane.Owner, cancellationToken);
        }

        if (holds && !_tookBack)
        {
            // What the instance before had in stock need not wait until its leases run out.
            await lane.Ledger.TakeBackAsync(lane.Name, lane.Owner, cancellationToken);
            _tookBack = true;
        }
    }

    private static Leasing AnswersOf(LaneContext lane, LaneStock stock, Alarm alarm) =>
        new(lane, Lane.Answer, (int)Math.Clamp(lane.Limits.PerSecond / 4, 16, 100), int.MaxValue, stock, alarm);

    private static Leasing BroadcastsOf(LaneContext lane, LaneStock stock, Alarm alarm)
    {
        var most = (int)Math.Clamp(lane.Limits.PerSecond, 16, 500);
        return new Leasing(lane, Lane.Broadcast, most, most * 4, stock, alarm);
    }

    /// <summary>How long the platform is held, and when that is renewed.</summary>
    private sealed record Hold(TimeSpan For, TimeSpan RenewedAfter);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "This instance sends on {Platform}")]
        public static partial void Holds(ILogger logger, string platform);

        [LoggerMessage(LogLevel.Warning, "Another instance sends on {Platform}; this one stands by")]
        public static partial void StandsBy(ILogger logger, string platform);
    }
}
