using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.World;

/// <summary>A message of the bot, as it stands after its last change.</summary>
public sealed record DiscordMessage
{
    public const int SuppressesEmbeds = 1 << 2;
    public const int Ephemeral = 1 << 6;
    public const int Loading = 1 << 7;

    public required ulong Id { get; init; }

    public required DiscordChannel Channel { get; init; }

    public string Content { get; init; } = "";

    /// <summary>As they were sent.</summary>
    public JsonArray Embeds { get; init; } = [];

    public JsonArray Components { get; init; } = [];

    public IReadOnlyList<DiscordFile> Files { get; init; } = [];

    public int Flags { get; init; }

    public string? Nonce { get; init; }

    /// <summary>Who is rung by it: <c>everyone</c>, <c>here</c> or ids.</summary>
    public IReadOnlyList<string> Pings { get; init; } = [];

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public bool IsEphemeral => (Flags & Ephemeral) != 0;

    public bool IsLoading => (Flags & Loading) != 0;

    /// <summary>What readers see of the embeds.</summary>
    public IReadOnlyList<JsonObject> ShownEmbeds => (Flags & SuppressesEmbeds) != 0 ? [] : MessageReading.Shown(Embeds);

    /// <summary>All that can be read: the content, the shown embeds and what stands in files, a line each.</summary>
    public string Text => string.Join('\n', Files.Select(file => Encoding.UTF8.GetString(file.Content)).Prepend(MessageReading.Text(Content, ShownEmbeds)));

    /// <summary>The labels of the buttons, in order.</summary>
    public IReadOnlyList<string> Buttons =>
        [.. Parts().Where(part => Of(part, "type") == "2").Select(part => Of(part, "label"))];

    /// <summary>The labels of what the select menus offer, in order.</summary>
    public IReadOnlyList<string> Choices =>
        [.. Parts().SelectMany(part => part["options"] as JsonArray ?? []).Select(option => Of((JsonObject)option!, "label"))];

    /// <summary>The buttons and menus, without the rows that they stand in.</summary>
    internal IEnumerable<JsonObject> Parts() =>
        Components.OfType<JsonObject>().SelectMany(row => row["components"] as JsonArray ?? []).OfType<JsonObject>();

    private static string Of(JsonObject item, string name) => item[name]?.ToString() ?? "";
}
