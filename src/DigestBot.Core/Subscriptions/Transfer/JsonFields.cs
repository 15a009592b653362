using System.Globalization;
using System.Text.Json;

namespace DigestBot.Subscriptions.Transfer;

/// <summary>Reads one JSON object strictly: every key at most once, of its kind and within its bounds, and none beside them.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly string _path;

    public JsonFields(JsonElement element, string path)
    {
        _path = path;
        if (element.ValueKind != JsonValueKind.Object)
            throw new ChatFileException(ChatFileProblem.WrongValue, path);

        foreach (var property in element.EnumerateObject())
        {
            if (!_fields.TryAdd(property.Name, property.Value))
                throw Wrong(property.Name);
        }
    }

    /// <summary>The path of a key, for answers about it.</summary>
    public string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    public ChatFileException Wrong(string key) => new(ChatFileProblem.WrongValue, PathOf(key));

    public ChatFileException Missing(string key) => new(ChatFileProblem.MissingKey, PathOf(key));

    /// <summary>A line of text; null where the key is not there.</summary>
    public string? Text(string key, int longest) =>
        Take(key) is { } value ? TextOf(value, longest) ?? throw Wrong(key) : null;

    /// <summary>Up to ten lines of text; none where the key is not there.</summary>
    public IReadOnlyList<string> Texts(string key, int longest)
    {
        if (Take(key) is not { } value)
            return [];
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > Wants.MostNames)
            throw Wrong(key);

        return [.. value.EnumerateArray().Index().Select(item =>
            TextOf(item.Item, longest) ?? throw Wrong(string.Create(CultureInfo.InvariantCulture, $"{key}[{item.Index}]")))];
    }

    public bool? Flag(string key) => Take(key) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Wrong(key);

    public long? Number(string key, long least, long most) => Take(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most ? number
        : throw Wrong(key);

    public JsonFields? Object(string key) => Take(key) is { } value ? new JsonFields(value, PathOf(key)) : null;

    public IReadOnlyList<JsonFields> Objects(string key, int most)
    {
        if (Take(key) is not { } value)
            return [];
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > most)
            throw Wrong(key);

        return [.. value.EnumerateArray().Index().Select(item =>
            new JsonFields(item.Item, string.Create(CultureInfo.InvariantCulture, $"{PathOf(key)}[{item.Index}]")))];
    }

    /// <summary>Throws where something is left that nobody asked for.</summary>
    public void End()
    {
        if (_fields.Keys.FirstOrDefault() is { } unknown)
            throw new ChatFileException(ChatFileProblem.UnknownKey, PathOf(unknown));
    }

    private JsonElement? Take(string key) => _fields.Remove(key, out var value) ? value : null;

    private static string? TextOf(JsonElement value, int longest) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text.Length <= longest && !text.Any(char.IsControl)
            ? text
            : null;
}
