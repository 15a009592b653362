using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Monitoring;

/// <summary>Whether the bot does its work, part by part.</summary>
internal sealed class Readiness(
    DeliveryHealth delivery, ListeningHealth listening, StoreHealth store, ArticleLibrary library, IEnumerable<IChatPlatform> platforms)
{
    private readonly string[] _platforms = [.. platforms.Select(platform => platform.Name).Order(StringComparer.Ordinal)];

    /// <summary>Every part with what is wrong with it; null where nothing is.</summary>
    public IReadOnlyList<(string Part, string? Problem)> Parts() =>
    [
        ("schedule", delivery.TickProblem()),
        ("store", store.Trouble is { } trouble ? $"not usable since {trouble.Since:u}: {trouble.Reason}" : null),
        ("articles", library.Current.Articles.Count > 0 ? null : library.IsLoaded ? "there is none: see Articles:Folder" : "not read yet"),
        ("backlog", delivery.BacklogProblem()),
        .. _platforms.Select(platform => (platform, ProblemOf(platform))),
    ];

    /// <summary>Why the bot can't do its work before somebody acts; null where it can, or may again by itself.</summary>
    public string? Hopeless() =>
        _platforms.Length > 0 && _platforms.All(IsLost) ? "no platform takes this bot"
        // A store that is away keeps a schedule that lies in it from ticking, and both go on when it is back.
        : store.Trouble is { } trouble ? trouble.NeedsOperator ? trouble.Reason : null
        : delivery.SchedulerProblem(store.UsableSince);

    private string? ProblemOf(string platform)
    {
        if (delivery.Lanes.FirstOrDefault(lane => lane.Platform == platform) is not { } lane)
            return "not started yet";

        var problems = new[] { delivery.LaneProblem(lane), ListenerOf(platform) is { } listener ? listening.ProblemOf(listener) : null };
        return problems.OfType<string>().ToArray() is { Length: > 0 } found ? string.Join("; ", found) : null;
    }

    private ListenerHealth? ListenerOf(string platform) => listening.Listeners.FirstOrDefault(listener => listener.Platform == platform);

    private bool IsLost(string platform) =>
        listening.IsRefused(platform) || delivery.Lanes.Any(lane => lane.Platform == platform && lane.State == LaneState.Halted);
}
