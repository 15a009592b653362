namespace DigestBot.Simulators.Discord.Rest;

/// <summary>Judges the bot's manners, whether limits are enforced or not.</summary>
public sealed class RateWatch
{
    private const double TenMinutes = 600;
    private readonly Lock _gate = new();
    private readonly SlidingWindow _second = new(int.MaxValue, 1);
    private readonly SlidingWindow _invalid = new(int.MaxValue, TenMinutes);
    private readonly Dictionary<string, double> _held = [];

    /// <summary>The most requests that came within any second, answers to interactions left out.</summary>
    public int MostInASecond { get; private set; }

    /// <summary>How many requests came while a 429 that concerned them was still to be waited out.</summary>
    public int TooEarly { get; private set; }

    /// <summary>How many 401, 403 and 429 were given in all; those of scope shared do not count.</summary>
    public int InvalidRequests { get; private set; }

    internal void Arrived(DiscordRoute route, double now)
    {
        lock (_gate)
        {
            if (!route.IsInteractions)
            {
                _second.TooEarlyBy(now);
                MostInASecond = Math.Max(MostInASecond, _second.Count(now));
            }

            if (IsHeld(Key(route), now) || (!route.IsInteractions && IsHeld("*", now)))
                TooEarly++;
        }
    }

    /// <summary>Notes an answer; returns how many invalid requests the last ten minutes hold.</summary>
    internal int Answered(DiscordRoute? route, int status, string? scope, double? retryAfter, double now)
    {
        lock (_gate)
        {
            if (status == 429 && retryAfter is { } wait && (scope == "global" || route is not null))
                _held[scope == "global" ? "*" : Key(route!)] = now + wait;
            if (status is 401 or 403 or 429 && scope != "shared")
            {
                InvalidRequests++;
                _invalid.TooEarlyBy(now);
            }

            return _invalid.Count(now);
        }
    }

    internal int InvalidNow(double now)
    {
        lock (_gate)
            return _invalid.Count(now);
    }

    private bool IsHeld(string key, double now) => _held.TryGetValue(key, out var until) && now < until;

    private static string Key(DiscordRoute route) => $"{route.Operation} {route.Major}";
}
