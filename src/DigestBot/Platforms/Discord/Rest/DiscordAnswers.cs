namespace DigestBot.Platforms.Discord.Rest;

/// <summary>What matters of a message that was created.</summary>
internal sealed record MessageAnswer(string? Id);

/// <summary>Discord's form of a failure; whatever stands before Discord answers in others.</summary>
internal sealed record ErrorAnswer(int? Code, string? Message, double? RetryAfter, bool? Global);

/// <summary>The application that the bot belongs to.</summary>
internal sealed record ApplicationAnswer(string? Id);

/// <summary>Where the gateway is and how often a bot may identify there.</summary>
internal sealed record GatewayAddress(string? Url, int? Shards, SessionStartLimit? SessionStartLimit);

/// <summary>How many sessions may be begun; <paramref name="ResetAfter"/> in milliseconds.</summary>
internal sealed record SessionStartLimit(int? Total, int? Remaining, double? ResetAfter, int? MaxConcurrency);

/// <summary>A channel, as far as it matters who manages it, how it is posted to and who may.</summary>
internal sealed record ChannelAnswer(
    int? Type, string? GuildId, string? ParentId, string? Name, int? Flags, IReadOnlyList<TagAnswer>? AvailableTags, IReadOnlyList<OverwriteAnswer>? PermissionOverwrites)
{
    /// <summary>It is permitted in a thread what is in the channel or forum that it belongs to.</summary>
    public bool IsThread => Type is 10 or 11 or 12;

    /// <summary>A forum or a media channel: it holds posts instead of messages.</summary>
    public bool IsForum => Type is 15 or 16;
}

/// <summary>A tag that posts of a forum can have; one that is moderated only moderators put on.</summary>
internal sealed record TagAnswer(string? Id, string? Name, bool? Moderated);

/// <summary>The threads of a server that are not archived.</summary>
internal sealed record ThreadsAnswer(IReadOnlyList<ThreadAnswer>? Threads);

/// <summary>A thread, or a post of a forum.</summary>
internal sealed record ThreadAnswer(string? Id, string? Name, string? ParentId, string? OwnerId, ThreadState? ThreadMetadata);

/// <summary>Whether a thread can still be written in.</summary>
internal sealed record ThreadState(bool? Archived, bool? Locked);

/// <summary>A server, as far as it matters who manages it.</summary>
internal sealed record GuildAnswer(string? OwnerId, IReadOnlyList<RoleAnswer>? Roles);

/// <summary>A role and what it permits, as bits.</summary>
internal sealed record RoleAnswer(string? Id, string? Permissions);

/// <summary>What a channel allows and denies to a role or to one member, as bits.</summary>
internal sealed record OverwriteAnswer(string? Id, string? Allow, string? Deny);

/// <summary>Somebody's roles in a server.</summary>
internal sealed record MemberAnswer(IReadOnlyList<string>? Roles);
