using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Articles;
using DigestBot.Digests;

namespace DigestBot.Subscriptions;

/// <summary>What a subscription asks for. Two that ask for the same have the same <see cref="Key"/> and share one digest.</summary>
public sealed record Wants
{
    /// <summary>The most words, with those to leave out, and the most sections.</summary>
    public const int MostNames = 10;

    /// <summary>The longest word or name of a section.</summary>
    public const int LongestName = 60;

    /// <summary>The most articles that a digest holds in full.</summary>
    public const int MostInFull = 10;

    /// <summary>A topic; empty for all of them.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The id of one article; empty for every article of the topic.</summary>
    public string Article { get; init; } = "";

    /// <summary>Words of which an article must hold at least one; empty for no such rule.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Words of which an article must hold none.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Sections that are posted, by a part of their heading; empty for all.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>Sections that are never posted, by a part of their heading.</summary>
    public IReadOnlyList<string> NotSections { get; init; } = [];

    /// <summary>How long the digest of a section is.</summary>
    public DigestLength Length { get; init; }

    /// <summary>How many articles stand in full; the rest get one line each. 0 for the default.</summary>
    public int Top { get; init; }

    /// <summary>One section a slot instead of whole articles.</summary>
    public bool Serial { get; init; }

    /// <summary>What makes it another subscription in the same chat: the article or the topic.</summary>
    [JsonIgnore]
    public string Target => Article.Length > 0 ? $"article {Article}" : Topic.Length > 0 ? $"topic {Topic}" : "all";

    /// <summary>A short name of the target, for buttons: eight hexadecimal digits, or <c>all</c>.</summary>
    [JsonIgnore]
    public string TargetKey =>
        Article.Length > 0 ? new ArticleId(Article).Key
        : Topic.Length > 0 ? Fingerprint.Of("topic", Topic)[..8]
        : "all";

    /// <summary>The canonical text: equal for equal wants, read back by <see cref="Parse"/>.</summary>
    [JsonIgnore]
    public string Key => JsonSerializer.Serialize(this, WantsJson.Default.Wants);

    /// <summary>Reads what <see cref="Key"/> wrote; throws <see cref="JsonException"/> on anything else.</summary>
    public static Wants Parse(string key) =>
        JsonSerializer.Deserialize(key, WantsJson.Default.Wants) ?? throw new JsonException("wants: null");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Wants))]
internal sealed partial class WantsJson : JsonSerializerContext;
