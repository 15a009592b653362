using System.Globalization;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>What the headers of an answer tell about its bucket.</summary>
internal sealed record BucketState(string Id, int Limit, int Remaining, double ResetAfter);

/// <summary>The global limit and the buckets, enforced in sliding windows.</summary>
internal sealed class RateLimits(DiscordLimits limits)
{
    private readonly Lock _gate = new();
    private readonly SlidingWindow _global = new(limits.GlobalPerSecond, 1 - limits.ToleranceMilliseconds / 1000.0);
    private readonly Dictionary<(string, string), SlidingWindow> _buckets = [];
    private string _salt = "";

    /// <summary>Gives every bucket another name, as Discord does now and then. What was counted stays.</summary>
    public void RenameBuckets() => _salt += "x";

    /// <summary>Counts a request; the refusal where it came too early, beside the state of its bucket.</summary>
    public (BucketState? Bucket, DiscordRefusal? Refusal) Take(DiscordRoute route, double now)
    {
        lock (_gate)
        {
            var window = WindowOf(route);
            if (window is not null && window.Count(now) >= window.Most)
            {
                var wait = window.TooEarlyBy(now) ?? 0;
                return (State(route, window, now), DiscordRefusal.TooMany(wait, "user"));
            }

            if (!route.IsInteractions && _global.TooEarlyBy(now) is { } early)
                return (null, DiscordRefusal.TooMany(early, "global"));
            window?.TooEarlyBy(now);
            return (window is null ? null : State(route, window, now), null);
        }
    }

    private SlidingWindow? WindowOf(DiscordRoute route)
    {
        (int Most, double Seconds)? size = route.Operation switch
        {
            "createMessage" => (limits.ChannelMessages, limits.ChannelSeconds),
            "editMessage" or "deleteMessage" => (5, 5),
            "followUp" or "editResponse" => (5, 2),
            "openDirectMessages" => (10, 10),
            _ => null,
        };
        if (size is not { } room)
            return null;

        var key = (route.Operation, route.Major);
        return _buckets.TryGetValue(key, out var window)
            ? window
            : _buckets[key] = new SlidingWindow(room.Most, Math.Max(0, room.Seconds - limits.ToleranceMilliseconds / 1000.0));
    }

    private BucketState State(DiscordRoute route, SlidingWindow window, double now)
    {
        var hash = (route.Operation + _salt).Aggregate(14695981039346656037UL, (sum, letter) => (sum ^ letter) * 1099511628211UL);
        var resetsIn = window.ResetsIn(now) + limits.ToleranceMilliseconds / 1000.0;
        return new BucketState(
            hash.ToString("x16", CultureInfo.InvariantCulture), window.Most, window.Most - window.Count(now), resetsIn);
    }
}
