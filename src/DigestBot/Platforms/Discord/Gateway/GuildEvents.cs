namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>What matters of a server in an event.</summary>
internal sealed record GuildEvent(string? Id, bool? Unavailable, IReadOnlyList<ChannelEvent>? Channels, IReadOnlyList<ChannelEvent>? Threads);

/// <summary>What matters of a channel or a thread in an event.</summary>
internal sealed record ChannelEvent(string? Id, int? Type, string? GuildId, string? ParentId)
{
    /// <summary>
    /// The channel or forum that a thread or a post belongs to and is deleted with. Another channel's parent is a category, which
    /// leaves its channels where they are when it is deleted (https://docs.discord.com/developers/resources/channel#deleteclose-channel).
    /// </summary>
    public string? ThreadParent => Type is 10 or 11 or 12 ? ParentId : null;
}
