using System.ComponentModel.DataAnnotations;
using DigestBot.Chats;
using DigestBot.Delivery.Lanes;
using DigestBot.Delivery.Limits;

namespace DigestBot.Delivery;

/// <summary>How deliveries are sent: the settings <c>Delivery:…</c>.</summary>
public sealed class DeliveryOptions
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Delivery";

    /// <summary>What becomes of a send whose answer never came, on a platform that can't tell a second one. Default: <see cref="UnknownPolicy.Resend"/>.</summary>
    [EnumDataType(typeof(UnknownPolicy))]
    public UnknownPolicy OnUnknown { get; set; } = UnknownPolicy.Resend;

    /// <summary>
    /// How long a platform may take to answer one send, 1 second to 2 minutes; with a platform that tells a second send by its nonce
    /// no longer than <see cref="LongestSendTimeout"/>. Default: 30 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stop waits for sends that are under way, up to 1 minute. Default: 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long after its slot a digest is called late, 1 minute to 12 hours. Default: 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "12:00:00")]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a digest is worth sending where no next slot comes first, 1 hour to 7 days. Default: 1 day.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many days a delivery that is done stays on record, 1 to 3,650. Default: 30.</summary>
    [Range(1, 3_650)]
    public int KeepDays { get; set; } = 30;

    /// <summary>Limits in place of those that a platform publishes, by the platform's name.</summary>
    public IDictionary<string, LimitOptions> Limits { get; } = new Dictionary<string, LimitOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The longest <see cref="SendTimeout"/> with a platform that tells a second send by its nonce for so long: what a dead instance
    /// had on its way is leased until after it, and has to be found while a second send is sure to be told. Nor may that one, once
    /// begun, take longer to leave than <see cref="ResendPolicy.Margin"/> leaves it.
    /// </summary>
    public static TimeSpan LongestSendTimeout(TimeSpan nonceWindow)
    {
        var found = nonceWindow - ResendPolicy.Margin - LaneContext.LeaseMargin - LaneRecovery.Every;
        return found < ResendPolicy.Margin ? found : ResendPolicy.Margin;
    }

    /// <summary>The limits that hold for a platform.</summary>
    public SendLimits LimitsOf(IChatPlatform platform) =>
        Limits.TryGetValue(platform.Name, out var limits) ? limits.Over(platform.Limits) : platform.Limits;
}

/// <summary>What to do with a send whose answer never came, where the platform does not tell a second send by its nonce.</summary>
public enum UnknownPolicy
{
    /// <summary>Send it again: rather twice than never.</summary>
    Resend,

    /// <summary>Leave it: rather never than twice.</summary>
    Skip,
}
