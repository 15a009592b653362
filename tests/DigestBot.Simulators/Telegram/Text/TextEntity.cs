using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram.Text;

/// <summary>A stretch of a message's text that is special; offsets count UTF-16 units.</summary>
internal sealed record TextEntity(string Type, int Offset, int Length, string? Url = null)
{
    public int End => Offset + Length;

    public static IReadOnlyList<TextEntity> ReadAll(JsonNode? json)
    {
        if (json is null)
            return [];
        if (json is not JsonArray array)
            throw TelegramException.BadRequest("expected an Array of MessageEntity");
        if (array.Count > 100)
            throw TelegramException.BadRequest($"simulator: {array.Count} entities, Telegram shows the first 100");

        try
        {
            return [.. array.Select(node => new TextEntity(
                node!["type"]!.GetValue<string>(), node["offset"]!.GetValue<int>(), node["length"]!.GetValue<int>(), node["url"]?.GetValue<string>()))];
        }
        catch (Exception e) when (e is NullReferenceException or InvalidOperationException or JsonException or FormatException)
        {
            throw TelegramException.BadRequest("can't parse MessageEntity: a field is missing or has a wrong type");
        }
    }

    /// <summary>What is left of it after <paramref name="leading"/> units were cut before a text of <paramref name="length"/>; null for nothing.</summary>
    public TextEntity? Within(int leading, int length)
    {
        var start = Math.Max(0, Offset - leading);
        var end = Math.Min(length, End - leading);
        return end > start ? this with { Offset = start, Length = end - start } : null;
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["type"] = Type, ["offset"] = Offset, ["length"] = Length };
        if (Url is not null)
            json["url"] = Url;
        return json;
    }
}
