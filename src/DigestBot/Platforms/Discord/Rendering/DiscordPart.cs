using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Commands;

namespace DigestBot.Platforms.Discord.Rendering;

/// <summary>One Discord message as it stands in the ledger, in Discord's own form: the same for every chat that gets it.</summary>
internal sealed record DiscordPart
{
    public const int LongestContent = 2000;
    public const int MostEmbeds = 10;

    /// <summary>All embeds of one message together.</summary>
    public const int LongestEmbeds = 6000;

    /// <summary>Links in the text get no preview.</summary>
    public const int NoPreviews = 4;

    /// <summary>Only the asker sees it.</summary>
    public const int Ephemeral = 64;

    /// <summary>No sound.</summary>
    public const int Silent = 4096;

    public string? Content { get; init; }

    public IReadOnlyList<DiscordEmbed>? Embeds { get; init; }

    public IReadOnlyList<ActionRow>? Components { get; init; }

    public int? Flags { get; init; }

    /// <summary>It is pinned once it is there; not a field of Discord's.</summary>
    public bool? Pin { get; init; }

    /// <summary>The post it goes into where the channel is a forum; not a field of Discord's.</summary>
    public PartPost? Post { get; init; }

    /// <summary>The same for all parts of one message that has several and no post of its own; not a field of Discord's.</summary>
    public string? Whole { get; init; }

    /// <summary>What goes along with it, in an answer to an interaction; never on record.</summary>
    [JsonIgnore]
    public AnswerFile? File { get; init; }

    public string Write() => JsonSerializer.Serialize(this, DiscordJson.Wire.DiscordPart);

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else.</summary>
    public static DiscordPart? TryRead(string part)
    {
        try
        {
            return JsonSerializer.Deserialize(part, DiscordJson.Wire.DiscordPart) is { } read && (read.Content ?? (object?)read.Embeds) is not null ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A post of a forum, as far as it is the same for every forum.</summary>
internal sealed record PartPost(string Article, string Name, string Topic)
{
    public const int LongestName = 100;
}

/// <summary>A framed piece of a message.</summary>
internal sealed record DiscordEmbed
{
    public const int LongestTitle = 256;
    public const int LongestDescription = 4096;
    public const int LongestFooter = 2048;
    public const int MostFields = 25;

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? Description { get; init; }

    public int? Color { get; init; }

    public IReadOnlyList<EmbedField>? Fields { get; init; }

    public EmbedFooter? Footer { get; init; }
}

/// <summary>A heading and what stands under it.</summary>
internal sealed record EmbedField(string Name, string Value)
{
    public const int LongestName = 256;
    public const int LongestValue = 1024;
}

internal sealed record EmbedFooter(string Text);

/// <summary>A row of up to five buttons, or one select menu.</summary>
internal sealed record ActionRow(int Type, IReadOnlyList<MessageComponent> Components)
{
    public static ActionRow Of(params IReadOnlyList<MessageComponent> components) => new(1, components);
}

/// <summary>A button (type 2) or a select menu (type 3).</summary>
internal sealed record MessageComponent(int Type, string CustomId)
{
    public int? Style { get; init; }

    public string? Label { get; init; }

    public IReadOnlyList<SelectOption>? Options { get; init; }
}

internal sealed record SelectOption(string Label, string Value);
