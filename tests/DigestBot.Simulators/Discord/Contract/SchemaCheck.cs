using System.Text.Json;

namespace DigestBot.Simulators.Discord.Contract;

/// <summary>
/// As much of JSON Schema as the contract uses for bodies. Stricter in one thing: properties that no schema names are problems,
/// for a field that the server ignores is a field that was misspelt.
/// </summary>
internal sealed class SchemaCheck(JsonElement schemas)
{
    public IReadOnlyList<string> Check(JsonElement schema, JsonElement value)
    {
        var problems = new List<string>();
        Check(schema, value, "body", problems);
        return problems;
    }

    private void Check(JsonElement schema, JsonElement value, string place, List<string> problems)
    {
        schema = Follow(schema);
        foreach (var union in (string[])["oneOf", "anyOf"])
        {
            if (schema.TryGetProperty(union, out var branches))
                CheckUnion(branches, value, place, problems);
        }

        if (schema.TryGetProperty("type", out var type) && !HasType(type, value))
        {
            problems.Add($"{place} is no {string.Join(" or ", Types(type))}");
            return;
        }

        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
            problems.Add($"{place} is not {only}");
        if (schema.TryGetProperty("enum", out var values) &&
            !values.EnumerateArray().Any(known => JsonElement.DeepEquals(known, value)))
            problems.Add($"{place} is none of {values}");
        ScalarCheck.Check(schema, value, place, problems);
        if (value.ValueKind == JsonValueKind.Object)
            CheckObject(schema, value, place, problems);
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            CheckItems(items, value, place, problems);
    }

    private void CheckItems(JsonElement items, JsonElement value, string place, List<string> problems)
    {
        var number = 0;
        foreach (var item in value.EnumerateArray())
            Check(items, item, $"{place}.{number++}", problems);
    }

    private void CheckObject(JsonElement schema, JsonElement value, string place, List<string> problems)
    {
        var known = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var required = new HashSet<string>(StringComparer.Ordinal);
        Gather(schema, known, required);
        var isOpen = known.Count == 0 || schema.TryGetProperty("additionalProperties", out _);
        foreach (var property in value.EnumerateObject())
        {
            if (known.TryGetValue(property.Name, out var rule))
                Check(rule, property.Value, $"{place}.{property.Name}", problems);
            else if (!isOpen)
                problems.Add($"{place}.{property.Name} is unknown");
            else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
                Check(others, property.Value, $"{place}.{property.Name}", problems);
        }

        problems.AddRange(
            required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{place}.{name} is missing"));
    }

    /// <summary>The properties of a schema and of all that it is put together from.</summary>
    private void Gather(JsonElement schema, Dictionary<string, JsonElement> known, HashSet<string> required)
    {
        schema = Follow(schema);
        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
                known[property.Name] = property.Value;
        }

        if (schema.TryGetProperty("required", out var names))
            required.UnionWith(names.EnumerateArray().Select(name => name.GetString()!));
        if (schema.TryGetProperty("allOf", out var parts))
        {
            foreach (var part in parts.EnumerateArray())
                Gather(part, known, required);
        }
    }

    /// <summary>Where no branch fits, the problems of the one that fits best are told.</summary>
    private void CheckUnion(JsonElement branches, JsonElement value, string place, List<string> problems)
    {
        List<string>? best = null;
        foreach (var branch in branches.EnumerateArray())
        {
            var found = new List<string>();
            Check(branch, value, place, found);
            if (found.Count == 0)
                return;
            if (best is null || Badness(found, place) < Badness(best, place))
                best = found;
        }

        problems.AddRange(best ?? []);
    }

    /// <summary>A branch that is of another kind altogether fits worse than one with faults in its fields.</summary>
    private static int Badness(List<string> problems, string place) =>
        problems.Sum(problem => ((string[])[$"{place} is", $"{place}.type is"]).Any(problem.StartsWith) ? 1000 : 1);

    private JsonElement Follow(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
            schema = schemas.GetProperty(reference.GetString()!.Split('/')[^1]);
        return schema;
    }

    private static bool HasType(JsonElement type, JsonElement value) => Types(type).Any(one => Is(one, value));

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => value.ValueKind == JsonValueKind.String,
    };
}
