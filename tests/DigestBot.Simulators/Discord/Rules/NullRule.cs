using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.Rules;

/// <summary>
/// Stricter than Discord, which lets many fields be null: this bot says what it means and leaves the rest out, so that servers
/// which are strict about nulls take it too.
/// </summary>
internal static class NullRule
{
    public static void Check(JsonNode? body)
    {
        var errors = new FormErrors();
        Walk(body, "", errors);
        errors.ThrowIfAny();
    }

    private static void Walk(JsonNode? node, string path, FormErrors errors)
    {
        var items = node switch
        {
            JsonObject fields => fields.Select(field => (field.Key, field.Value)),
            JsonArray list => list.Select((item, i) => ($"{i}", item)),
            _ => [],
        };
        foreach (var (name, value) in items)
        {
            var place = path.Length == 0 ? name : $"{path}.{name}";
            if (value is null)
                errors.Required(place);
            else
                Walk(value, place, errors);
        }
    }
}
