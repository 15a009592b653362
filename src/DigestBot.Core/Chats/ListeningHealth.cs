using System.Collections.Concurrent;

namespace DigestBot.Chats;

/// <summary>Whether each platform's listener hears what people ask: what health endpoints and status tell.</summary>
public sealed class ListeningHealth(TimeProvider time)
{
    /// <summary>Shorter breaks are what networks do.</summary>
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, bool> _refused = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ListenerHealth> _listeners = new(StringComparer.Ordinal);

    /// <summary>Every platform that has a listener.</summary>
    public IReadOnlyList<ListenerHealth> Listeners => [.. _listeners.Values.OrderBy(listener => listener.Platform, StringComparer.Ordinal)];

    /// <summary>What is wrong for longer than a break, one line each; empty where all is well.</summary>
    public IReadOnlyList<string> Problems() => [.. Listeners.Select(ProblemOf).OfType<string>()];

    /// <summary>Why a listener hears nothing, where that is more than a break; null where it hears.</summary>
    public string? ProblemOf(ListenerHealth listener) => listener.Problem is null || listener.HasHeard && time.GetUtcNow() - listener.Since <= LongestBreak
        ? null
        : $"{listener.Platform}: hears nothing since {listener.Since:u}: {listener.Problem}";

    /// <summary>The listener starts and hears nothing yet.</summary>
    public void Starts(string platform) => Report(platform, "not connected yet");

    /// <summary>Another instance listens; this one is ready to.</summary>
    public void StandsBy(string platform) => Report(platform, null);

    /// <summary>The listener hears.</summary>
    public void Hears(string platform)
    {
        _refused.TryRemove(platform, out _);
        Report(platform, null);
    }

    /// <summary>The listener hears nothing; it goes on trying.</summary>
    public void HearsNothing(string platform, string problem) => Report(platform, problem);

    /// <summary>The platform does not take this bot (its token): nobody will be heard there until somebody acts.</summary>
    public void Refused(string platform, string problem)
    {
        Report(platform, problem);
        _refused[platform] = true;
    }

    /// <summary>Whether the platform has refused the bot.</summary>
    public bool IsRefused(string platform) => _refused.ContainsKey(platform);

    /// <summary>True where every one of the platforms has refused the bot: it can do nothing any more.</summary>
    public bool IsHopeless(IEnumerable<IChatPlatform> platforms) => platforms.All(platform => IsRefused(platform.Name));

    private void Report(string platform, string? problem) => _listeners.AddOrUpdate(
        platform,
        _ => new ListenerHealth(platform, problem, time.GetUtcNow(), HasHeard: problem is null),
        (_, before) => before.Problem is null == problem is null
            ? before with { Problem = problem }
            : new ListenerHealth(platform, problem, time.GetUtcNow(), HasHeard: true));
}

/// <summary>How one platform's listener fares.</summary>
/// <param name="Platform">Whose listener.</param>
/// <param name="Problem">Why it hears nothing; null where it hears.</param>
/// <param name="Since">Since when it hears, or does not.</param>
/// <param name="HasHeard">It has heard at least once since the start.</param>
public sealed record ListenerHealth(string Platform, string? Problem, DateTimeOffset Since, bool HasHeard);
