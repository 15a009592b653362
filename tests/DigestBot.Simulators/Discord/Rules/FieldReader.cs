using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.Rules;

/// <summary>Reads fields of an object by type; whatever does not fit is noted.</summary>
internal sealed class FieldReader(JsonObject fields, string path, FormErrors errors)
{
    public FormErrors Errors => errors;

    public IEnumerable<string> Names => ((IDictionary<string, JsonNode?>)fields).Keys;

    public bool Has(string name) => fields[name] is not null;

    public bool IsNumber(string name) => fields[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number;

    public string? Raw(string name) => fields[name]?.ToString();

    public string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>A text without the space around it, as Discord keeps it; null where there is none.</summary>
    public string? Text(string name, int most, int least = 0, bool required = false)
    {
        if (fields[name] is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            if (fields[name] is not null)
                errors.Add(At(name), "STRING_TYPE_CONVERT", "Could not interpret as string.");
            else if (required)
                errors.Required(At(name));
            return null;
        }

        var text = value.GetValue<string>().Trim();
        if (text.Length == 0 && required)
            errors.Required(At(name));
        else if (text.Length > most && least == 0)
            errors.TooLong(At(name), most);
        else if (text.Length > most || text.Length < least)
            errors.BadLength(At(name), least, most);
        return text;
    }

    public int? Number(string name, int least = int.MinValue, int most = int.MaxValue)
    {
        if (fields[name] is not { } node)
            return null;
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number || !value.TryGetValue(out int number))
        {
            errors.Add(At(name), "NUMBER_TYPE_COERCE", $"Value \"{node.ToJsonString()}\" is not int.");
            return null;
        }

        if (number < least)
            errors.Add(At(name), "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {least}.");
        if (number > most)
            errors.Add(At(name), "NUMBER_TYPE_MAX", $"int value should be less than or equal to {most}.");
        return number;
    }

    public bool Flag(string name)
    {
        if (fields[name] is not { } node)
            return false;
        if (node.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return node.GetValue<bool>();
        errors.Add(At(name), "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        return false;
    }

    public JsonArray List(string name, int most, int least = 0)
    {
        if (fields[name] is not JsonArray list)
        {
            if (fields[name] is not null)
                errors.Add(At(name), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            else if (least > 0)
                errors.Required(At(name));
            return [];
        }

        if (list.Count > most && least == 0)
            errors.TooLong(At(name), most);
        else if (list.Count > most || list.Count < least)
            errors.BadLength(At(name), least, most);
        return list;
    }

    /// <summary>The objects of a list, each with a reader of its own.</summary>
    public IEnumerable<FieldReader> Items(string name, int most, int least = 0)
    {
        var list = List(name, most, least);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject item)
                yield return new FieldReader(item, $"{At(name)}.{i}", errors);
            else
                errors.Add($"{At(name)}.{i}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        }
    }

    public FieldReader? Object(string name)
    {
        if (fields[name] is JsonObject item)
            return new FieldReader(item, At(name), errors);
        if (fields[name] is not null)
            errors.Add(At(name), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        return null;
    }

    public void Url(string name, bool required = false)
    {
        if (Text(name, 2048, required: required) is { Length: > 0 } text &&
            !(Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "attachment" && IsHost(url)))
            errors.Add(At(name), "URL_TYPE_INVALID_URL", "Not a well formed URL.");
    }

    /// <summary>A file that comes along, an address in numbers, or a name that has a dot in it.</summary>
    private static bool IsHost(Uri url) =>
        url.Scheme == "attachment" ? url.Host.Length > 0 : IPAddress.TryParse(url.DnsSafeHost, out _) || url.Host.Trim('.').Contains('.');
}
