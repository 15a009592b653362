using System.Globalization;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.World;

/// <summary>Turns what somebody typed into a command's options, as a client does: by the types that the bot registered.</summary>
internal static class CommandOptions
{
    private const int Subcommand = 1;
    private const int SubcommandGroup = 2;
    private const int Integer = 4;
    private const int Boolean = 5;
    private const int Number = 10;

    /// <summary>The options as an interaction carries them, below the sub-commands that <paramref name="path"/> names.</summary>
    public static JsonArray Fill(
        JsonObject registered, ReadOnlySpan<string> path, IReadOnlyList<(string Name, object Value)> given,
        string? focused = null)
    {
        var options = Options(registered);
        if (path.Length > 0)
        {
            var name = path[0];
            var sub = options.FirstOrDefault(option => Name(option) == name && Type(option) is Subcommand or SubcommandGroup)
                ?? throw new InvalidOperationException($"{Name(registered)} has no sub-command {name}");
            return [new JsonObject { ["type"] = Type(sub), ["name"] = name, ["options"] = Fill(sub, path[1..], given, focused) }];
        }

        if (options.Any(option => Type(option) is Subcommand or SubcommandGroup))
            throw new InvalidOperationException($"{Name(registered)} needs one of its sub-commands");
        var missing = options.FirstOrDefault(option => IsRequired(option) && given.All(item => item.Name != Name(option)));
        if (focused is null && missing is not null)
            throw new InvalidOperationException($"a client does not send {Name(registered)} without {Name(missing)}");

        return [.. given.Select(item => (JsonNode)One(registered, options, item, item.Name == focused))];
    }

    private static JsonObject One(
        JsonObject registered, IReadOnlyList<JsonObject> options, (string Name, object Value) given, bool isFocused)
    {
        var option = options.FirstOrDefault(option => Name(option) == given.Name)
            ?? throw new InvalidOperationException(
                $"{Name(registered)} has no option {given.Name}; it has {string.Join(", ", options.Select(Name))}");
        var text = Convert.ToString(given.Value, CultureInfo.InvariantCulture)!;
        var filled = new JsonObject { ["name"] = given.Name, ["type"] = Type(option) };
        if (isFocused)
        {
            if (option["autocomplete"]?.GetValue<bool>() != true)
                throw new InvalidOperationException($"{given.Name} has no autocomplete");
            (filled["value"], filled["focused"]) = (text, true);
            return filled;
        }

        filled["value"] = Value(option, text);
        return filled;
    }

    private static JsonValue Value(JsonObject option, string text)
    {
        if (option["choices"] is JsonArray { Count: > 0 } choices)
        {
            var choice = choices.FirstOrDefault(choice => text == choice!["name"]!.ToString() || text == choice["value"]!.ToString())
                ?? throw new InvalidOperationException(
                    $"{Name(option)} offers no {text}; it offers {string.Join(", ", choices.Select(item => item!["name"]))}");
            text = choice["value"]!.ToString();
        }

        var most = option["max_length"]?.GetValue<int>() ?? 6000;
        if (text.Length > most || text.Length < (option["min_length"]?.GetValue<int>() ?? 0))
            throw new InvalidOperationException($"{Name(option)} takes no text of this length");
        return Type(option) switch
        {
            Integer => JsonValue.Create(InRange(option, long.Parse(text, CultureInfo.InvariantCulture))),
            Number => JsonValue.Create(InRange(option, double.Parse(text, CultureInfo.InvariantCulture))),
            Boolean => JsonValue.Create(bool.Parse(text)),
            _ => JsonValue.Create(text),
        };
    }

    private static T InRange<T>(JsonObject option, T value)
        where T : IConvertible
    {
        var number = value.ToDouble(CultureInfo.InvariantCulture);
        if (number < (Bound(option, "min_value") ?? double.MinValue) || number > (Bound(option, "max_value") ?? double.MaxValue))
            throw new InvalidOperationException($"{Name(option)} does not take {number}");
        return value;
    }

    private static double? Bound(JsonObject option, string name) =>
        option[name] is { } bound ? double.Parse(bound.ToString(), CultureInfo.InvariantCulture) : null;

    private static IReadOnlyList<JsonObject> Options(JsonObject owner) =>
        [.. (owner["options"] as JsonArray ?? []).OfType<JsonObject>()];

    private static bool IsRequired(JsonObject option) => option["required"]?.GetValue<bool>() == true;

    private static string Name(JsonObject item) => item["name"]!.ToString();

    private static int Type(JsonObject option) => option["type"]!.GetValue<int>();
}
