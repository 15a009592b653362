using System.Collections.Concurrent;
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

    /// <summary>Servers that the bot is in already: their GUILD_CREATE says nothing new.</summary>
    public void Expect(IEnumerable<GuildEvent> guilds)
    {
        foreach (var guild in guilds.Where(guild => guild.Id is not null))
            _expected[guild.Id!] = true;
    }

    public void Saw(string? channel, string? guild, string? parent = null)
    {
        if (channel is not null && guild is not null)
            _places.AddOrUpdate(channel, _ => new Place(guild, parent), (_, known) => new Place(guild, parent ?? known.Parent));
    }

    /// <summary>Somebody has brought the bot in, maybe again: what had been paused by its removal goes on.</summary>
    public async Task JoinedAsync(GuildEvent guild, CancellationToken cancellationToken)
    {
        ChannelEvent[] channels = [.. guild.Channels ?? [], .. guild.Threads ?? []];
        foreach (var channel in channels)
            Saw(channel.Id, guild.Id, channel.ThreadParent);
        if (guild.Id is null || _expected.ContainsKey(guild.Id))
            return;

        foreach (var channel in channels.Where(channel => channel.Id is not null))
            await book.TakenAgainAsync(DiscordPlatform.Chat(channel.Id!), cancellationToken);
        // Not before all of it is on record: this may be asked for again.
        _expected[guild.Id] = true;
    }

    /// <summary>A server that is only unavailable for now is not left.</summary>
    public async Task LeftAsync(GuildEvent guild, CancellationToken cancellationToken)
    {
        if (guild.Id is null || guild.Unavailable == true)
            return;

        _expected.TryRemove(guild.Id, out _);
        await PauseAsync(place => place.Guild == guild.Id, Removed, cancellationToken);
    }

    public async Task DeletedAsync(ChannelEvent channel, CancellationToken cancellationToken)
    {
        if (channel.Id is not { } id)
            return;

        Saw(id, channel.GuildId ?? "", channel.ThreadParent);
        await PauseAsync((key, place) => key == id || place.Parent == id, Deleted, cancellationToken);
    }

    private Task PauseAsync(Func<Place, bool> concerns, string reason, CancellationToken cancellationToken) =>
        PauseAsync((_, place) => concerns(place), reason, cancellationToken);

    private async Task PauseAsync(Func<string, Place, bool> concerns, string reason, CancellationToken cancellationToken)
    {
        foreach (var (channel, place) in _places)
        {
            if (!concerns(channel, place))
                continue;

            var chat = DiscordPlatform.Chat(channel);
            if ((await store.ListAsync(chat, cancellationToken)).Count > 0)
            {
                Log.Paused(logger, chat, reason);
                await book.RefusedAsync(chat, reason, cancellationToken);
            }

            _places.TryRemove(channel, out _);
        }
    }

    private sealed record Place(string Guild, string? Parent);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Chat}: {Reason}")]
        public static partial void Paused(ILogger logger, ChatId chat, string reason);
    }
}
