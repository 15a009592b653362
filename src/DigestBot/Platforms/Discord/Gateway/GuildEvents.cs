namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>What matters of a server in an event.</summary>
internal sealed record GuildEvent(string? Id, bool? Unavailable, IReadOnlyList<ChannelEvent>? Channels, IReadOnlyList<ChannelEvent>? Threads);

/// <summary>What matters of a channel or a thread in an event.</summary>
internal sealed record ChannelEvent(string? Id, int? Type, string? GuildId, string? ParentId);
