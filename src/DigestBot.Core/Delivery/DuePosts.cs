using System.Collections.Concurrent;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Digests;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>A tick's work: finds what is due, makes the digests, and enqueues them.</summary>
public sealed partial class DuePosts
{
    private readonly IDeliveryLedger _ledger;
    private readonly ArticleLibrary _library;
    private readonly DigestBuilder _digests;
    private readonly Looks _looks;
    private readonly Dictionary<string, IChatPlatform> _platforms;
    private readonly DeliveryOptions _options;
    private readonly DeliverySignal _signal;
    private readonly DeliveryMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<DuePosts> _logger;
    private readonly ConcurrentDictionary<string, bool> _missing = new(StringComparer.Ordinal);
    private readonly DueUpkeep _upkeep;

    /// <summary>Takes what it works with.</summary>
    public DuePosts(
        IDeliveryLedger ledger,
        ArticleLibrary library,
        DigestBuilder digests,
        Looks looks,
        IEnumerable<IChatPlatform> platforms,
        IOptions<DeliveryOptions> options,
        DeliverySignal signal,
        DeliveryMetrics metrics,
        TimeProvider time,
        ILogger<DuePosts> logger)
    {
        (_ledger, _library, _digests, _looks, _options, _signal) = (ledger, library, digests, looks, options.Value, signal);
        (_metrics, _time, _logger, _upkeep) = (metrics, time, logger, new DueUpkeep(ledger, time));
        _platforms = platforms.ToDictionary(platform => platform.Name, StringComparer.Ordinal);
    }

    /// <summary>
    /// Enqueues every digest that is due now; returns how many chats get one. A group that fails is logged, stays due and
    /// leaves the others alone; it throws where the store can't be reached or every group failed.
    /// </summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var library = await _library.LoadedAsync(cancellationToken);
        var platforms = (await _ledger.PlatformsAsync(cancellationToken)).Where(IsConfigured);
        // Side by side: a large group of one platform must not hold up what is due on another, not even while it is looked for.
        var posted = await Task.WhenAll(platforms.Select(
            platform => Task.Run(() => PostDueAsync(platform, library, cancellationToken), cancellationToken)));
        var chats = posted.Sum(platform => platform.Chats);
        var failures = posted.SelectMany(platform => platform.Failures).ToList();

        await _upkeep.AfterAsync(chats, cancellationToken);
        if (failures.Count > 0 && failures.Count == posted.Sum(platform => platform.Groups))
            throw new AggregateException("no digest that is due could be enqueued", failures);
        return chats;
    }

    private bool IsConfigured(string platform)
    {
        if (_platforms.ContainsKey(platform))
            return true;
        if (_missing.TryAdd(platform, true))
            Log.PlatformMissing(_logger, platform);
        return false;
    }

    private async Task<Posted> PostDueAsync(string platform, LibrarySnapshot library, CancellationToken cancellationToken)
    {
        var tick = new Tick(library, new PostRenderer(_digests, _looks), []);
        var failures = new List<Exception>();
        var (groups, chats) = (0, 0);
        try
        {
            await foreach (var group in _ledger.FindDueAsync(platform, _time.GetUtcNow(), cancellationToken))
            {
                groups++;
                try
                {
                    chats += await PostAsync(group, tick, cancellationToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    failures.Add(failure);
                    Log.GroupFailed(_logger, failure, group.Platform, group.Wants.Target, group.Due.Slot);
                }
            }
        }
        catch (AggregateException unreadable)
        {
            foreach (var row in unreadable.InnerExceptions)
                Log.Unreadable(_logger, platform, row.Message);
        }

        return new Posted(groups, chats, failures);
    }

    private async Task<int> PostAsync(DueGroup group, Tick tick, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var post = Plan(group, _platforms[group.Platform], tick, now);
        var chats = await _ledger.PostAsync(post, now, some => Enqueued(post, some), cancellationToken);
        if (chats > 0)
            Log.Posted(_logger, group.Platform, group.Wants.Target, group.Due.Slot, chats, post.Parts.Count);
        return chats;
    }

    private void Enqueued(DuePost post, int chats)
    {
        _metrics.Due(post.Group.Platform, Lane.Broadcast, chats * post.Parts.Count);
        _signal.Wake();
    }

    private DuePost Plan(DueGroup group, IChatPlatform platform, Tick tick, DateTimeOffset now)
    {
        var plan = LatePlan.For(group, now, _options.LateAfter);
        var worthUntil = now + _options.Lifetime;
        var expires = plan.Next is { } next && next.At < worthUntil ? next.At : worthUntil;
        if (group.HadSlot)
            return new DuePost(group, [], group.Position, group.Serial, plan.Next, expires);
        if (plan.IsSkipped)
        {
            Log.Skipped(_logger, group.Platform, group.Wants.Target, plan.LateFor, plan.Next?.Slot);
            return new DuePost(group, [], group.Position, group.Serial, plan.Next, expires);
        }

        var selection = tick.Select(group);
        IReadOnlyList<string> parts = selection.IsEmpty ? [] : tick.Renderer.Render(selection, group, plan.LateFor, platform);
        return new DuePost(group, parts, selection.Position, selection.Serial, plan.Next, expires)
        {
            Articles = [.. selection.Full.Select(selected => selected.Article.Id)],
        };
    }

    /// <summary>What a tick did on one platform.</summary>
    private sealed record Posted(int Groups, int Chats, IReadOnlyList<Exception> Failures);

    /// <summary>What one tick has worked out already for a platform: schedules differ more than wishes do.</summary>
    private sealed record Tick(
        LibrarySnapshot Library, PostRenderer Renderer, Dictionary<(string Wants, long? Position, SerialPlace? Serial), Selection> Selections)
    {
        private const int MostRemembered = 1_000;

        public Selection Select(DueGroup group)
        {
            var key = (group.Wants.Key, group.Position, group.Serial);
            if (Selections.TryGetValue(key, out var selection))
                return selection;

            if (Selections.Count == MostRemembered)
                Selections.Clear();
            Selections.Add(key, selection = Selection.Of(Library, group.Wants, group.Position, group.Serial));
            return selection;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Enqueued {Target} on {Platform} for {Slot}: {Chats} chats, {Parts} parts each")]
        public static partial void Posted(ILogger logger, string platform, string target, string slot, int chats, int parts);

        [LoggerMessage(LogLevel.Information, "Skipped {Target} on {Platform}: {Missed} was missed and {Next} is nearer")]
        public static partial void Skipped(ILogger logger, string platform, string target, string? missed, string? next);

        [LoggerMessage(LogLevel.Error, "The digest of {Target} on {Platform} for {Slot} could not be enqueued; tried again at the next tick")]
        public static partial void GroupFailed(ILogger logger, Exception failure, string platform, string target, string slot);

        [LoggerMessage(LogLevel.Error, "On {Platform} a subscription in the store is damaged: {Reason}. Unsubscribe and subscribe again there, or mend its row")]
        public static partial void Unreadable(ILogger logger, string platform, string reason);

        [LoggerMessage(LogLevel.Warning, "Subscriptions on {Platform} wait: that platform is not configured")]
        public static partial void PlatformMissing(ILogger logger, string platform);
    }
}
