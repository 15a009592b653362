using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;

namespace DigestBot.Subscriptions;

/// <summary>IANA time zones, from the database that NodaTime ships: the same on every machine, none needed on the host.</summary>
public static class Zones
{
    /// <summary>Where the first readers live.</summary>
    public const string Default = "Asia/Jakarta";

    /// <summary>The zone by its exact IANA name; null where there is none.</summary>
    public static DateTimeZone? Find(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);

    /// <summary>
    /// The instant of a local time: one that a clock change skips moves on by the length of the gap, one that comes twice is
    /// the first.
    /// </summary>
    public static DateTimeOffset ToInstant(DateOnly day, TimeOnly time, DateTimeZone zone) =>
        zone.ResolveLocal(day.ToLocalDate().At(time.ToLocalTime()), Resolvers.LenientResolver).ToDateTimeOffset().ToUniversalTime();

    /// <summary>What a clock in the zone shows at the instant.</summary>
    public static DateTimeOffset ToLocal(DateTimeOffset instant, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(instant).InZone(zone).ToDateTimeOffset();
}
