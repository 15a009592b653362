using System.Globalization;

namespace DigestBot.Platforms.Discord.Rest;

/// <summary>When Discord gave out an id: the id says it.</summary>
internal static class SnowflakeTime
{
    private const long Epoch = 1_420_070_400_000;

    /// <summary>Null for what is no id.</summary>
    public static DateTimeOffset? Of(string? id) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(number >> 22) + Epoch)
            : null;
}
