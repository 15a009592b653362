using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using DigestBot.Chats;
using DigestBot.Platforms.Discord.Interactions;
using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord.Receiving;

/// <summary>
/// Channels and threads as those who manage their server name them in direct messages: by number. Who manages a server is
/// asked of Discord, and remembered for a short while.
/// </summary>
internal sealed partial class DiscordManagedChats(DiscordRest rest, TimeProvider time) : IManagedChats
{
    private const int MostRemembered = 10_000;

    /// <summary>Where messages are posted: text and announcement channels, threads, forums and media channels.</summary>
    private static readonly int[] Writable = [0, 5, 10, 11, 12, 15, 16];

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Chat, string User), (bool Manages, DateTimeOffset Until)> _known = new();

    public string Platform => DiscordPlatform.PlatformName;

    public async Task<ManagedChat?> FindAsync(string wanted, string user, CancellationToken cancellationToken)
    {
        if (ChannelNumber().Match(wanted.Trim()) is not { Success: true } number)
            return null;

        var chat = DiscordPlatform.Chat(number.Groups[1].Value);
        try
        {
            var channel = await rest.SendAsync(RestRequest.Channel(chat.Chat), DiscordJson.Wire.ChannelAnswer, cancellationToken);
            return channel?.Type is { } type && Writable.Contains(type) && await ManagesAsync(chat, user, cancellationToken)
                ? new ManagedChat(chat, "#" + InertText.CleanLine(channel.Name ?? chat.Chat), channel.IsForum)
                : null;
        }
        catch (DiscordFailure failure) when (IsRefusal(failure))
        {
            return null;
        }
    }

    public async Task<bool> ManagesAsync(ChatId chat, string user, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue((chat.Chat, user), out var known) && now < known.Until)
            return known.Manages;

        var manages = await AskAsync(chat, user, cancellationToken);
        if (_known.Count >= MostRemembered)
            _known.Clear();
        _known[(chat.Chat, user)] = (manages, now + Remembered);
        return manages;
    }

    private async Task<bool> AskAsync(ChatId chat, string user, CancellationToken cancellationToken)
    {
        try
        {
            var channel = await rest.SendAsync(RestRequest.Channel(chat.Chat), DiscordJson.Wire.ChannelAnswer, cancellationToken);
            if (channel?.GuildId is not { } id)
                return false;

            var member = await rest.SendAsync(RestRequest.Member(id, user), DiscordJson.Wire.MemberAnswer, cancellationToken);
            var guild = await rest.SendAsync(RestRequest.Guild(id), DiscordJson.Wire.GuildAnswer, cancellationToken);
            return member is not null && guild is not null && (guild.OwnerId == user || InteractionRequests.MayManage(ChannelPermissions.InServer(id, guild.Roles ?? [], [.. member.Roles ?? []])));
        }
        catch (DiscordFailure failure) when (IsRefusal(failure))
        {
            return false;
        }
    }

    /// <summary>There is no such channel for this bot, or no such member in its server.</summary>
    private static bool IsRefusal(DiscordFailure failure) => failure is { Code: not null, Status: 403 or 404 };

    /// <summary>As it is copied, or as a channel is mentioned.</summary>
    [GeneratedRegex("^(?:<#)?([0-9]{15,20})>?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ChannelNumber();
}
