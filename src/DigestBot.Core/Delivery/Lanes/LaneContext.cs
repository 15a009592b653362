using System.Security.Cryptography;
using DigestBot.Chats;
using DigestBot.Delivery.Limits;

namespace DigestBot.Delivery.Lanes;

/// <summary>What the pieces of one platform's lane share.</summary>
internal sealed class LaneContext(
    IChatPlatform platform,
    IDeliveryLedger ledger,
    DeliveryOptions options,
    PlatformHolds holds,
    DeliveryHealth health,
    DeliveryMetrics metrics,
    TimeProvider time)
{
    /// <summary>How much longer than a send its lease is.</summary>
    public static readonly TimeSpan LeaseMargin = TimeSpan.FromSeconds(30);

    private readonly long _start = time.GetTimestamp();

    /// <summary>What is leased with the time to send it and to record what came of it.</summary>
    public TimeSpan LeaseFor { get; } = options.SendTimeout + LeaseMargin;

    /// <summary>What is not begun by then goes back, so that its lease outlives its send.</summary>
    public TimeSpan LongestHold { get; } = TimeSpan.FromSeconds(20);

    public IChatPlatform Platform { get; } = platform;

    public string Name { get; } = platform.Name;

    public SendLimits Limits { get; } = options.LimitsOf(platform);

    /// <summary>Whether a send whose answer never came is tried again.</summary>
    public ResendPolicy Resends => field ??= new ResendPolicy(Limits.NonceWindow, Options.OnUnknown);

    public IDeliveryLedger Ledger { get; } = ledger;

    public DeliveryOptions Options { get; } = options;

    public PlatformHolds Holds { get; } = holds;

    public DeliveryHealth Health { get; } = health;

    public DeliveryMetrics Metrics { get; } = metrics;

    public TimeProvider Time { get; } = time;

    /// <summary>Names this lane in this process; a restarted process is another owner. Short, for it stands in each row that is leased.</summary>
    public string Owner { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>A clock that no step of the system's time moves.</summary>
    public TimeSpan Clock => Time.GetElapsedTime(_start);

    /// <summary>The time of day, for leases, waits and what a delivery is worth until: others write and read it too.</summary>
    public DateTimeOffset UtcNow => Time.GetUtcNow();
}
