using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Chats;

namespace DigestBot.Platforms.Telegram.Rendering;

/// <summary>One Telegram message as it stands in the ledger: the same for every chat that gets it.</summary>
/// <param name="Text">1 to 4096 UTF-16 units.</param>
internal sealed record TelegramPart(string Text)
{
    /// <summary>The most UTF-16 units of a message; whichever way Telegram counts, it is never too many.</summary>
    public const int LongestText = 4096;

    /// <summary>Telegram shows this many entities and ignores the rest.</summary>
    public const int MostEntities = 100;

    public IReadOnlyList<TelegramEntity>? Entities { get; init; }

    public IReadOnlyList<IReadOnlyList<Button>>? Buttons { get; init; }

    /// <summary>A button above the others that opens an address; null for none.</summary>
    public TelegramLink? Link { get; init; }

    /// <summary>The same in Telegram's rich form, which goes first where the server takes it; null for none.</summary>
    public string? Rich { get; init; }

    public bool Silent { get; init; }

    public bool Pin { get; init; }

    public string Write() => JsonSerializer.Serialize(this, TelegramPartJson.Readable.TelegramPart);

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else.</summary>
    public static TelegramPart? TryRead(string part)
    {
        try
        {
            return JsonSerializer.Deserialize(part, TelegramPartJson.Readable.TelegramPart);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A button that opens an address.</summary>
internal sealed record TelegramLink(string Label, string Url);

/// <summary>A stretch of a part's text in one style; offset and length count UTF-16 units.</summary>
internal sealed record TelegramEntity(TelegramStyle Style, int Offset, int Length, string? Url = null)
{
    /// <summary>What of it lies between two places, counted from the first; null for nothing.</summary>
    public TelegramEntity? Within(int start, int end)
    {
        var from = Math.Max(Offset, start);
        var to = Math.Min(Offset + Length, end);
        return to > from ? this with { Offset = from - start, Length = to - from } : null;
    }
}

/// <summary>The entities that this bot sends.</summary>
internal enum TelegramStyle
{
    Plain,
    Bold,
    Italic,
    Code,
    Link,
}

[JsonSerializable(typeof(TelegramPart))]
internal sealed partial class TelegramPartJson : JsonSerializerContext
{
    /// <summary>Letters of every language stay as they are: the ledger is read by people too, and holds a third less.</summary>
    public static TelegramPartJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<TelegramStyle>(JsonNamingPolicy.CamelCase) },
    });
}
