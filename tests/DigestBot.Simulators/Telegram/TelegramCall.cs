using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram;

/// <summary>One request to the Bot API: its method and fields, whichever way they were encoded.</summary>
/// <param name="Method">As in the address.</param>
/// <param name="Fields">The fields; a form's are all strings.</param>
/// <param name="IsTyped">True for JSON, whose values have types that can be checked.</param>
internal sealed record TelegramCall(string Method, JsonObject Fields, bool IsTyped)
{
    public string? Text(string name) => Fields[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => other.ToJsonString(),
    };

    /// <summary>What can be read of the message that it sends: its text, or the words under a file and the file itself.</summary>
    public string? Said => Fields["document"] is JsonObject document ? $"{Text("caption")}\n{document["content"]}".Trim() : Text("text");

    public long? Number(string name)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text))
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw TelegramException.BadRequest($"field \"{name}\" must be a valid Number");
    }

    public bool Flag(string name) => Text(name) is "true" or "True" or "1";

    /// <summary>A field that holds an object or array: as JSON, or as text that holds JSON.</summary>
    public JsonNode? Json(string name)
    {
        var node = Fields[name];
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
            return node;

        try
        {
            return JsonNode.Parse(value.GetValue<string>());
        }
        catch (JsonException)
        {
            throw TelegramException.BadRequest($"can't parse {name} JSON object");
        }
    }
}
