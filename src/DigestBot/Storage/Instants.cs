using System.Globalization;

namespace DigestBot.Storage;

/// <summary>How times stand in the database: instants as UTC Unix milliseconds, local times as <c>HH:mm</c>.</summary>
internal static class Instants
{
    public static DateTimeOffset? ToInstant(this long? milliseconds) =>
        milliseconds is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;

    public static string ToText(this TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static TimeOnly ToTime(this string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
