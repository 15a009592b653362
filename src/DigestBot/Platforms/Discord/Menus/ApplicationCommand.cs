using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Platforms.Discord.Menus;

/// <summary>A slash command as the server keeps it.</summary>
internal sealed record ApplicationCommand
{
    public string? Name { get; init; }

    public SortedDictionary<string, string>? NameLocalizations { get; init; }

    public string? Description { get; init; }

    public SortedDictionary<string, string>? DescriptionLocalizations { get; init; }

    public int? Type { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    public string? DefaultMemberPermissions { get; init; }

    public IReadOnlyList<int>? Contexts { get; init; }

    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    /// <summary>The same for two that mean the same: what a server leaves out and what stands for nothing are one.</summary>
    [JsonIgnore]
    public string Shape => JsonSerializer.Serialize(
        this with
        {
            NameLocalizations = Shapes.Of(NameLocalizations),
            DescriptionLocalizations = Shapes.Of(DescriptionLocalizations),
            Type = Type ?? 1,
            Options = Options is { Count: > 0 } ? [.. Options.Select(option => option.Shaped())] : null,
            Contexts = Contexts is null ? null : [.. Contexts.Order()],
            IntegrationTypes = IntegrationTypes is null ? null : [.. IntegrationTypes.Order()],
        },
        DiscordJson.Wire.ApplicationCommand);
}

/// <summary>One argument.</summary>
internal sealed record CommandOption
{
    public const int Text = 3;
    public const int YesNo = 5;
    public const int Attachment = 11;

    public int? Type { get; init; }

    public string? Name { get; init; }

    public SortedDictionary<string, string>? NameLocalizations { get; init; }

    public string? Description { get; init; }

    public SortedDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    public bool? Autocomplete { get; init; }

    public CommandOption Shaped() => this with
    {
        NameLocalizations = Shapes.Of(NameLocalizations),
        DescriptionLocalizations = Shapes.Of(DescriptionLocalizations),
        Required = Required == true ? true : null,
        Autocomplete = Autocomplete == true ? true : null,
    };
}

/// <summary>What stands for nothing, in one form.</summary>
internal static class Shapes
{
    public static SortedDictionary<string, string>? Of(SortedDictionary<string, string>? localizations) =>
        localizations is { Count: > 0 } ? new(localizations, StringComparer.Ordinal) : null;
}
