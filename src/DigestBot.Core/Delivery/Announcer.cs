using DigestBot.Chats;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>Says something to all chats: over the ledger, like a digest, so that each gets it once.</summary>
public sealed partial class Announcer(
    IAnnouncementStore store,
    IEnumerable<IChatPlatform> platforms,
    IOptions<DeliveryOptions> options,
    DeliverySignal signal,
    TimeProvider time,
    ILogger<Announcer> logger)
{
    /// <summary>How many chats of each platform that runs would get it.</summary>
    public async Task<IReadOnlyList<(string Platform, int Chats)>> CountAsync(CancellationToken cancellationToken)
    {
        var counts = await store.CountAsync(time.GetUtcNow(), cancellationToken);
        return [.. platforms.Select(platform => (platform.Name, counts.GetValueOrDefault(platform.Name))).Where(count => count.Item2 > 0)];
    }

    /// <summary>Enqueues it; returns how many chats get it. Said again under the same key, it goes to those alone that have not had it.</summary>
    public async Task<int> SendAsync(string key, Message message, CancellationToken cancellationToken)
    {
        var chats = 0;
        foreach (var platform in platforms)
        {
            var now = time.GetUtcNow();
            var announcement = new Announcement(
                key, platform.Name, platform.Render(message), platform.Render(message with { Silent = true }), now + options.Value.Lifetime);
            chats += await store.EnqueueAsync(announcement, now, cancellationToken);
        }

        signal.Wake();
        Log.Announced(logger, key, chats);
        return chats;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Announcement {Key} goes to {Chats} chats")]
        public static partial void Announced(ILogger logger, string key, int chats);
    }
}
