using System.Collections.Concurrent;
using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord.Forums;

/// <summary>What Discord tells of forums and their posts, remembered for a short while. Everything here only reads.</summary>
internal sealed class ForumChannels(DiscordRest rest, TimeProvider time)
{
    private const int MostRemembered = 1_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>How far this machine's clock may be from Discord's.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (ForumChannel? Forum, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);
    private string? _bot;

    /// <summary>Whether the channel was a forum when it was last looked at.</summary>
    public bool IsKnown(string channel) => _known.TryGetValue(channel, out var known) && known.Forum is not null;

    /// <summary>The forum; null where the channel is none.</summary>
    public async Task<ForumChannel?> FindAsync(string channel, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(channel, out var known) && now < known.Until)
            return known.Forum;

        var forum = ForumChannel.Of(channel, await ReadAsync(() => rest.SendAsync(RestRequest.Channel(channel), DiscordJson.Wire.ChannelAnswer, cancellationToken)));
        if (_known.Count >= MostRemembered)
            _known.Clear();
        _known[channel] = (forum, now + Remembered);
        return forum;
    }

    /// <summary>It is asked anew what tags there are.</summary>
    public void Forget(string channel) => _known.TryRemove(channel, out _);

    /// <summary>The open posts of that name that this bot has made since, the newest first.</summary>
    public async Task<IReadOnlyList<string>> FindPostsAsync(ForumChannel forum, string name, DateTimeOffset since, CancellationToken cancellationToken)
    {
        _bot ??= (await ReadAsync(() => rest.SendAsync(RestRequest.Me(), DiscordJson.Wire.ApplicationAnswer, cancellationToken)))?.Id;
        var active = await ReadAsync(() => rest.SendAsync(RestRequest.ActiveThreads(forum.Guild), DiscordJson.Wire.ThreadsAnswer, cancellationToken));
        return
        [
            .. (active?.Threads ?? [])
                .Where(thread => thread.ParentId == forum.Id && thread.OwnerId == _bot && thread.Name == name)
                .Where(thread => thread.ThreadMetadata is not ({ Locked: true } or { Archived: true }))
                .Where(thread => SnowflakeTime.Of(thread.Id) >= since - ClocksDiffer)
                .OrderByDescending(thread => SnowflakeTime.Of(thread.Id))
                .Select(thread => thread.Id!),
        ];
    }

    private static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (DiscordFailure failure)
        {
            throw failure.OfReading();
        }
    }
}
