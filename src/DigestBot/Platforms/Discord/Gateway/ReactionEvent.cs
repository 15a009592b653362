namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>What matters of a reaction that was put on a message or taken away.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="ChannelId">Where.</param>
/// <param name="MessageId">To what.</param>
/// <param name="Emoji">A sign, by its name, or a server's own picture, by its id.</param>
/// <param name="Member">Whose it is, in a server, when it was put on.</param>
internal sealed record ReactionEvent(string? UserId, string? ChannelId, string? MessageId, ReactionEmoji? Emoji, ReactingMember? Member);

internal sealed record ReactionEmoji(string? Id, string? Name);

internal sealed record ReactingMember(ReactingUser? User);

internal sealed record ReactingUser(bool? Bot);
