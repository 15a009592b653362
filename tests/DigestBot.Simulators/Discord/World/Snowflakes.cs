using System.Globalization;

namespace DigestBot.Simulators.Discord.World;

/// <summary>Discord's ids: milliseconds since 2015, then a counter; each is above the one before.</summary>
internal sealed class Snowflakes
{
    private const long Epoch = 1_420_070_400_000;
    private readonly Lock _gate = new();
    private ulong _last;

    public ulong Next(DateTimeOffset at)
    {
        lock (_gate)
            return _last = Math.Max((ulong)Math.Max(0, at.ToUnixTimeMilliseconds() - Epoch) << 22, _last + 1);
    }

    public static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    public static ulong? TryParse(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
