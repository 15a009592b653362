using System.Globalization;

namespace DigestBot.Platforms.Discord.Rest;

/// <summary>What an answer says about its bucket.</summary>
internal sealed record RateHeaders
{
    /// <summary>Above it, an epoch time counts milliseconds; above its thousandfold, microseconds.</summary>
    private const double LargestEpochSeconds = 1e11;

    private static readonly TimeSpan LongestWindow = TimeSpan.FromMinutes(10);

    public string? Bucket { get; init; }

    public int? Limit { get; init; }

    public int? Remaining { get; init; }

    public TimeSpan? ResetAfter { get; init; }

    public RateScope Scope { get; init; }

    public static RateHeaders Read(HttpResponseMessage response, DateTimeOffset now) => new()
    {
        Bucket = Text(response, "X-RateLimit-Bucket"),
        Limit = (int?)Number(response, "X-RateLimit-Limit"),
        Remaining = (int?)Number(response, "X-RateLimit-Remaining"),
        ResetAfter = After(Number(response, "X-RateLimit-Reset-After")) ?? UntilReset(response, now),
        Scope = Text(response, "X-RateLimit-Global") is "true" or "True" ? RateScope.Global : Text(response, "X-RateLimit-Scope") switch
        {
            "user" => RateScope.User,
            "shared" => RateScope.Shared,
            "global" => RateScope.Global,
            _ => RateScope.Unstated,
        },
    };

    /// <summary>A number of seconds as a wait; null where it is none.</summary>
    public static TimeSpan? After(double? seconds) =>
        seconds is >= 0 and < 1e9 ? TimeSpan.FromSeconds(seconds.Value) : null;

    /// <summary>The instant of the reset says less than how long it is until then: clocks differ, and so do the units that servers write.</summary>
    private static TimeSpan? UntilReset(HttpResponseMessage response, DateTimeOffset now)
    {
        if (Number(response, "X-RateLimit-Reset") is not { } reset || reset <= 0)
            return null;

        while (reset > LargestEpochSeconds)
            reset /= 1000;
        var wait = reset - (response.Headers.Date ?? now).ToUnixTimeMilliseconds() / 1000.0;
        return After(Math.Clamp(wait, 0, LongestWindow.TotalSeconds));
    }

    private static double? Number(HttpResponseMessage response, string name) =>
        double.TryParse(Text(response, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string? Text(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
