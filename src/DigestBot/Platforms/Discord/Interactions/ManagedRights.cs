using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Platforms.Discord.Receiving;
using DigestBot.Platforms.Discord.Rest;
using DigestBot.Subscriptions;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>What the bot lacks in a channel that is managed from direct messages, where no interaction tells: Discord is asked.</summary>
internal sealed class ManagedRights(DiscordRest rest, DiscordManagedChats chats, ISubscriptionStore store, SubscriptionBook book)
{
    private string? _bot;

    /// <summary>
    /// What is said where digests are due in the managed channel and can't be posted; null where they can, none is to come, or it
    /// can't be told. Throws where Discord or the store can't be asked.
    /// </summary>
    public async Task<Block?> LackAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (await store.GetManagedAsync(request.Chat, cancellationToken) is not { } managed || !await chats.ManagesAsync(managed.Chat, request.User, cancellationToken))
            return null;

        var settings = await book.SettingsAsync(managed.Chat, cancellationToken);
        if (settings.Pause is { ByPlatform: false } || (await book.ListAsync(managed.Chat, cancellationToken)).Count == 0)
            return null;

        var missing = await MissingAsync(managed.Chat.Chat, cancellationToken);
        var language = (await book.SettingsAsync(request.Chat, cancellationToken)).Language;
        var words = Words.TryFor(settings.Language) ?? Words.TryFor(language) ?? Words.TryFor(request.Language) ?? Words.Indonesian;
        return missing.Count == 0 ? null : words.Paragraph("Discord_CannotPostThere", managed.Title, string.Join(", ", missing.Select(text => words[text])));
    }

    private async Task<IReadOnlyList<string>> MissingAsync(string id, CancellationToken cancellationToken)
    {
        _bot ??= (await rest.SendAsync(RestRequest.Me(), DiscordJson.Wire.ApplicationAnswer, cancellationToken))?.Id;
        if (_bot is null || await FindAsync(id, cancellationToken) is not { GuildId: { } server } channel)
            return [];

        var place = channel is { IsThread: true, ParentId: { } parent } ? await FindAsync(parent, cancellationToken) : channel;
        var guild = await rest.SendAsync(RestRequest.Guild(server), DiscordJson.Wire.GuildAnswer, cancellationToken);
        var member = await rest.SendAsync(RestRequest.Member(server, _bot), DiscordJson.Wire.MemberAnswer, cancellationToken);
        if (guild?.Roles is not { } roles || member?.Roles is not { } held || place?.PermissionOverwrites is not { } overwrites)
            return [];

        var granted = ChannelPermissions.InChannel(ChannelPermissions.InServer(server, roles, held), server, held, _bot, overwrites);
        return PostingPermissions.Missing(granted, isThread: channel.IsThread || channel.IsForum, isForum: channel.IsForum);
    }

    private Task<ChannelAnswer?> FindAsync(string channel, CancellationToken cancellationToken) =>
        rest.SendAsync(RestRequest.Channel(channel), DiscordJson.Wire.ChannelAnswer, cancellationToken);
}
