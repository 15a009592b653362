using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace DigestBot.Delivery;

/// <summary>What the meter <c>DigestBot</c> tells about deliveries.</summary>
public sealed class DeliveryMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "DigestBot";

    private static readonly double[] AnswerTimes = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
    private static readonly double[] LaneWaits = [0.5, 1, 2, 5, 15, 30, 60, 300, 3_600, 43_200];

    private readonly Meter _meter;
    private readonly Counter<long> _due;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _unknown;
    private readonly Counter<long> _postponed;
    private readonly Counter<long> _throttled;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _laneWait;
    private readonly ConcurrentDictionary<string, long> _lastSuccess = new(StringComparer.Ordinal);
    private LedgerStatus? _status;
    private double? _queueAge;

    /// <summary>Makes the instruments.</summary>
    public DeliveryMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _due = _meter.CreateCounter<long>("digestbot.deliveries.due", "{delivery}", "Deliveries enqueued");
        _sent = _meter.CreateCounter<long>("digestbot.deliveries.sent", "{delivery}", "Deliveries that a platform took");
        _failed = _meter.CreateCounter<long>("digestbot.deliveries.failed", "{delivery}", "Deliveries that will not be sent");
        _unknown = _meter.CreateCounter<long>("digestbot.deliveries.unknown", "{delivery}", "Sends whose answer never came");
        _postponed = _meter.CreateCounter<long>("digestbot.deliveries.postponed", "{delivery}", "Sends that were definitely not delivered and are tried again");
        _throttled = _meter.CreateCounter<long>("digestbot.deliveries.throttled", "{answer}", "Answers by which a platform said: too many");
        _duration = _meter.CreateHistogram<double>("digestbot.delivery.duration", "s", "How long a platform took to answer a send", null, new() { HistogramBucketBoundaries = AnswerTimes });
        _laneWait = _meter.CreateHistogram<double>("digestbot.delivery.lane_wait", "s", "How long a whole lane was closed", null, new() { HistogramBucketBoundaries = LaneWaits });
        _meter.CreateObservableGauge("digestbot.deliveries", ByState, "{delivery}", "Deliveries on record by state");
        _meter.CreateObservableGauge("digestbot.delivery.queue_age", () => Maybe(_queueAge), "s", "How long the longest waiting delivery is due");
        _meter.CreateObservableGauge("digestbot.delivery.last_success", LastSuccess, "s", "When the platform last took a delivery, in Unix seconds");
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    internal void Due(string platform, Lane lane, long deliveries) => _due.Add(deliveries, Platform(platform), LaneTag(lane));

    internal void Sent(string platform, Lane lane, DateTimeOffset now)
    {
        _sent.Add(1, Platform(platform), LaneTag(lane));
        _lastSuccess[platform] = now.ToUnixTimeSeconds();
    }

    internal void Failed(string platform, string kind) => _failed.Add(1, Platform(platform), new KeyValuePair<string, object?>("kind", kind));

    internal void Unknown(string platform) => _unknown.Add(1, Platform(platform));

    internal void Postponed(string platform) => _postponed.Add(1, Platform(platform));

    internal void Throttled(string platform, bool lane) =>
        _throttled.Add(1, Platform(platform), new KeyValuePair<string, object?>("scope", lane ? "lane" : "chat"));

    internal void Answered(string platform, TimeSpan duration) => _duration.Record(duration.TotalSeconds, Platform(platform));

    internal void LaneClosed(string platform, TimeSpan wait) => _laneWait.Record(wait.TotalSeconds, Platform(platform));

    internal void Observed(LedgerStatus status, DateTimeOffset now)
    {
        _queueAge = status.OldestPending is { } oldest ? Math.Max(0, (now - oldest).TotalSeconds) : 0;
        _status = status;
    }

    private IEnumerable<Measurement<long>> LastSuccess() => _lastSuccess.Select(success => new Measurement<long>(success.Value, Platform(success.Key)));

    private IEnumerable<Measurement<long>> ByState() => (_status ?? new LedgerStatus()).Counts
        .Select(count => new Measurement<long>(
            count.Value, Platform(count.Key.Platform), new KeyValuePair<string, object?>("state", StateName(count.Key.State))));

    private static string StateName(DeliveryState state) => state switch
    {
        DeliveryState.Pending => "pending",
        DeliveryState.Leased => "leased",
        DeliveryState.Sending => "sending",
        DeliveryState.Sent => "sent",
        DeliveryState.Failed => "failed",
        DeliveryState.Unknown => "unknown",
        _ => "expired",
    };

    private static IEnumerable<Measurement<double>> Maybe(double? value) => value is { } known ? [new Measurement<double>(known)] : [];

    private static KeyValuePair<string, object?> Platform(string name) => new("platform", name);

    private static KeyValuePair<string, object?> LaneTag(Lane lane) => new("lane", lane == Lane.Answer ? "answer" : "broadcast");
}
