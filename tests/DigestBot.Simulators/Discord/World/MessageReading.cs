using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.World;

/// <summary>Reads a message's fields as a person reads the message.</summary>
internal static class MessageReading
{
    /// <summary>Of several embeds with one URL only the first is shown.</summary>
    public static IReadOnlyList<JsonObject> Shown(JsonArray embeds) =>
        [.. embeds.OfType<JsonObject>().Index()
            .DistinctBy(embed => embed.Item["url"]?.ToString() ?? $"{embed.Index}")
            .Select(embed => embed.Item)];

    public static string Text(JsonObject fields) =>
        Text(fields["content"]?.ToString() ?? "", Shown(fields["embeds"] as JsonArray ?? []));

    /// <summary>The content and what stands in the embeds, a line each.</summary>
    public static string Text(string content, IReadOnlyList<JsonObject> embeds) =>
        string.Join('\n', embeds.SelectMany(Lines).Prepend(content).Where(line => line.Length > 0));

    private static IEnumerable<string> Lines(JsonObject embed)
    {
        yield return Of(embed["author"], "name");
        yield return Of(embed, "title");
        yield return Of(embed, "description");
        foreach (var field in embed["fields"] as JsonArray ?? [])
        {
            yield return Of(field, "name");
            yield return Of(field, "value");
        }

        yield return Of(embed["footer"], "text");
    }

    private static string Of(JsonNode? item, string name) => (item as JsonObject)?[name]?.ToString() ?? "";
}
