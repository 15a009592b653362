using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram;

/// <summary>The published Bot API as data: which fields a method takes, of which types, and which it needs.</summary>
internal sealed class TelegramContract
{
    private readonly JsonObject _methods;
    private readonly JsonObject _types;

    private TelegramContract(JsonObject root) => (_methods, _types) = ((JsonObject)root["methods"]!, (JsonObject)root["types"]!);

    /// <summary>The contract from the file that lies beside the checkout; null where it is not there.</summary>
    public static TelegramContract? TryLoad()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "DigestBot.sln")))
                continue;

            var file = Path.Combine(folder.FullName, "..", "shared", "contracts", "telegram-bot-api.json");
            return File.Exists(file) ? new TelegramContract((JsonObject)JsonNode.Parse(File.ReadAllBytes(file))!) : null;
        }

        return null;
    }

    /// <summary>What is wrong with a call; empty for nothing.</summary>
    public IReadOnlyList<string> Check(TelegramCall call)
    {
        var method = _methods.FirstOrDefault(method => method.Key.Equals(call.Method, StringComparison.OrdinalIgnoreCase)).Value;
        if (method is null)
            return [$"no such method: {call.Method}"];

        var problems = new List<string>();
        CheckFields(call.Fields, method["fields"] as JsonArray ?? [], call.Method, call.IsTyped, problems);
        return problems;
    }

    private void CheckFields(JsonObject given, JsonArray fields, string place, bool typed, List<string> problems)
    {
        var known = fields.ToDictionary(field => field!["name"]!.GetValue<string>(), field => field!);
        foreach (var (name, value) in given)
        {
            if (!known.TryGetValue(name, out var field))
                problems.Add($"{place}.{name} is unknown");
            else if (value is null)
                problems.Add($"{place}.{name} is null");
            else if (typed && !Types(field).Any(type => Fits(value, type, $"{place}.{name}", [])))
                problems.AddRange(Reasons(value, Types(field), $"{place}.{name}"));
        }

        foreach (var (name, field) in known)
        {
            if (field["required"]!.GetValue<bool>() && !given.ContainsKey(name))
                problems.Add($"{place}.{name} is missing");
        }
    }

    private List<string> Reasons(JsonNode value, IReadOnlyList<string> types, string place)
    {
        var problems = new List<string>();
        foreach (var type in types)
            Fits(value, type, place, problems);
        return problems;
    }

    private bool Fits(JsonNode value, string type, string place, List<string> problems)
    {
        var before = problems.Count;
        if (type.StartsWith("Array of ", StringComparison.Ordinal))
        {
            if (value is not JsonArray array)
                problems.Add($"{place} is no array");
            else
                CheckItems(array, type["Array of ".Length..], place, problems);
        }
        else if (_types[type] is JsonObject definition)
        {
            if (value is not JsonObject given)
                problems.Add($"{place} is no {type}");
            else if (definition["subtypes"] is JsonArray { Count: > 0 } subtypes)
                CheckOneOf(given, subtypes, type, place, problems);
            else
                CheckFields(given, definition["fields"] as JsonArray ?? [], place, typed: true, problems);
        }
        else if (!IsPlain(value.GetValueKind(), type))
        {
            problems.Add($"{place} is no {type}");
        }

        return problems.Count == before;
    }

    private void CheckItems(JsonArray array, string type, string place, List<string> problems)
    {
        foreach (var item in array)
        {
            if (item is null)
                problems.Add($"{place}[] is null");
            else
                Fits(item, type, $"{place}[]", problems);
        }
    }

    private void CheckOneOf(JsonObject given, JsonArray subtypes, string type, string place, List<string> problems)
    {
        if (!subtypes.Any(subtype => Fits(given, subtype!.GetValue<string>(), place, [])))
            problems.Add($"{place} is no {type}");
    }

    private static bool IsPlain(JsonValueKind kind, string type) => type switch
    {
        "Integer" or "Float" => kind == JsonValueKind.Number,
        "Boolean" or "True" => kind is JsonValueKind.True or JsonValueKind.False,
        _ => kind == JsonValueKind.String,
    };

    private static IReadOnlyList<string> Types(JsonNode field) => [.. ((JsonArray)field["types"]!).Select(type => type!.GetValue<string>())];
}
