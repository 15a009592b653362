using System.Text.Json;
using DigestBot.Platforms.Discord.Gateway;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>What somebody did: a command, a press, a choice, or typing in a field that is completed.</summary>
internal sealed record Interaction
{
    public string? Id { get; init; }

    public string? ApplicationId { get; init; }

    public int? Type { get; init; }

    public InteractionData? Data { get; init; }

    public string? GuildId { get; init; }

    public string? ChannelId { get; init; }

    public ChannelEvent? Channel { get; init; }

    public InteractionMember? Member { get; init; }

    public InteractionUser? User { get; init; }

    public string? Token { get; init; }

    public InteractionMessage? Message { get; init; }

    public string? Locale { get; init; }

    /// <summary>What the bot may do where it was done, as bits.</summary>
    public string? AppPermissions { get; init; }

    public string? Where => ChannelId ?? Channel?.Id;

    /// <summary>The channel or forum that it was done in a thread or a post of; a channel's own parent is a category, which nobody writes in.</summary>
    public string? Parent => Channel?.ThreadParent;

    public string? Asker => Member?.User?.Id ?? User?.Id;

    public bool IsInServer => GuildId is not null || Member is not null;

    /// <summary>The message that was pressed is one that the presser alone sees.</summary>
    public bool IsHidden => ((Message?.Flags ?? 0) & Rendering.DiscordPart.Ephemeral) != 0;
}

internal sealed record InteractionData(string? Name, IReadOnlyList<InteractionOption>? Options, string? CustomId, IReadOnlyList<string>? Values, ResolvedData? Resolved);

/// <summary>What options stand for that are given by number.</summary>
internal sealed record ResolvedData(IReadOnlyDictionary<string, InteractionAttachment>? Attachments);

/// <summary>A file that was put into an option.</summary>
internal sealed record InteractionAttachment(string? Url, long? Size);

internal sealed record InteractionOption(string? Name, JsonElement Value, bool? Focused)
{
    /// <summary>The value as it is typed.</summary>
    public string Text => Value.ValueKind switch
    {
        JsonValueKind.String => Value.GetString() ?? "",
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => Value.GetRawText(),
    };
}

internal sealed record InteractionMember(InteractionUser? User, string? Permissions);

internal sealed record InteractionUser(string? Id);

internal sealed record InteractionMessage(int? Flags);

/// <summary>The kinds of interactions and of first answers to them.</summary>
internal static class Kind
{
    public const int Ping = 1;
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;

    public const int Pong = 1;
    public const int AnswerMessage = 4;
    public const int DeferredMessage = 5;
    public const int DeferredUpdate = 6;
    public const int UpdateMessage = 7;
    public const int Choices = 8;
}
