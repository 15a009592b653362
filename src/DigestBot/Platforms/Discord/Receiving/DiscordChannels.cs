using System.Collections.Concurrent;
using System.Globalization;
using DigestBot.Chats;
using DigestBot.Platforms.Discord.Gateway;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms.Discord.Receiving;

/// <summary>
/// Knows which channel lies in which server and follows what becomes of them: the bot removed, brought back, a channel
/// deleted. What was missed while the bot was away shows itself with the next message.
/// </summary>
internal sealed partial class DiscordChannels(ISubscriptionStore store, SubscriptionBook book, ILogger<DiscordChannels> logger)
{
    private const string Removed = "bot was removed from the server";
    private const string Deleted = "channel was deleted";

    private readonly ConcurrentDictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _expected = new(StringComparer.Ordinal);

    /// <summary>
    /// Servers that the bot is in already as a session begins: their GUILD_CREATE says nothing new. One of the shard's that is not
    /// among them any more it was removed from while it was away.
    /// </summary>
    public void Expect(IEnumerable<GuildEvent>? guilds, IReadOnlyList<int>? shard)
    {
        if (guilds is null)
            return;

        string[] now = [.. guilds.Select(guild => guild.Id).OfType<string>()];
        foreach (var left in _expected.Keys.Except(now).Where(guild => IsOf(shard, guild)))
            _expected.TryRemove(left, out _);
        foreach (var guild in now)
            _expected[guild] = true;
    }

    public void Saw(string? channel, string? guild, string? parent = null)
    {
        if (channel is not null && guild is not null)
            _places.AddOrUpdate(channel, _ => new Place(guild, parent), (_, known) => new Place(guild, parent ?? known.Parent));
    }

    /// <summary>Somebody has brought the bot in, maybe again: what had been paused by its removal goes on.</summary>
    public async Task JoinedAsync(GuildEvent guild, CancellationToken cancellationToken)
    {
        foreach (var channel in (guild.Channels ?? []).Concat(guild.Threads ?? []))
            Saw(channel.Id, guild.Id, channel.ThreadParent);
        if (guild.Id is null || _expected.ContainsKey(guild.Id))
            return;

        // Threads that were archived meanwhile are not named: they are known from before.
        foreach (var (channel, _) in _places.Where(place => place.Value.Guild == guild.Id))
            await book.TakenAgainAsync(DiscordPlatform.Chat(channel), cancellationToken);
        // Not before all of it is on record: this may be asked for again.
        _expected[guild.Id] = true;
    }

    /// <summary>A server that is only unavailable for now is not left.</summary>
    public async Task LeftAsync(GuildEvent guild, CancellationToken cancellationToken)
    {
        if (guild.Id is null || guild.Unavailable == true)
            return;

        _expected.TryRemove(guild.Id, out _);
        await PauseAsync([.. _places.Where(place => place.Value.Guild == guild.Id).Select(place => place.Key)], Removed, cancellationToken);
    }

    public async Task DeletedAsync(ChannelEvent channel, CancellationToken cancellationToken)
    {
        if (channel.Id is not { } id)
            return;

        Saw(id, channel.GuildId ?? "", channel.ThreadParent);
        string[] lost = [.. _places.Where(place => place.Key == id || place.Value.Parent == id).Select(place => place.Key)];
        await PauseAsync(lost, Deleted, cancellationToken);
        foreach (var place in lost)
            _places.TryRemove(place, out _);
    }

    /// <summary>How servers are shared among shards: https://docs.discord.com/developers/events/gateway#sharding-sharding-formula.</summary>
    private static bool IsOf(IReadOnlyList<int>? shard, string guild) => shard is not [var number, > 1 and var count]
        || (ulong.TryParse(guild, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && (int)((id >> 22) % (ulong)count) == number);

    private async Task PauseAsync(IEnumerable<string> channels, string reason, CancellationToken cancellationToken)
    {
        foreach (var channel in channels)
        {
            var chat = DiscordPlatform.Chat(channel);
            if ((await store.ListAsync(chat, cancellationToken)).Count > 0)
            {
                Log.Paused(logger, chat, reason);
                await book.RefusedAsync(chat, reason, cancellationToken);
            }
        }
    }

    private sealed record Place(string Guild, string? Parent);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Chat}: {Reason}")]
        public static partial void Paused(ILogger logger, ChatId chat, string reason);
    }
}
