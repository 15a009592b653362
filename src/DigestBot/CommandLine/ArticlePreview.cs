using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Digests;
using DigestBot.Digests.Extractive;

namespace DigestBot.CommandLine;

/// <summary>What <c>preview --json</c> says of one article, one object a line.</summary>
internal sealed record ArticlePreview(
    string Path,
    string Title,
    string Language,
    string? Date,
    string Topic,
    IReadOnlyList<string> Overview,
    IReadOnlyList<SectionPreview> Sections)
{
    /// <summary>With <c>--explain</c>: why the overview's sentences were chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SentencePreview>? OverviewExplained { get; init; }

    /// <summary>The preview of a digest under the path that the person typed.</summary>
    public static ArticlePreview Of(string path, Digest digest, Explanation? explanation) => new(
        path,
        digest.Article.Title,
        digest.Article.Language,
        digest.Article.Date?.ToString("O"),
        digest.Article.Topic,
        digest.Overview,
        [.. digest.Sections.Select((section, unit) => SectionPreview.Of(section, explanation?.Sections[unit]))])
    {
        OverviewExplained = SentencePreview.Of(explanation?.Overview),
    };

    /// <summary>One line of JSON; letters stand as themselves.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PreviewJson.Relaxed.ArticlePreview);
}

/// <summary>One unit of an article: the lead has an empty heading.</summary>
/// <param name="Heading">As written.</param>
/// <param name="Level">0 for the lead.</param>
/// <param name="Sentences">All, in order.</param>
/// <param name="Digest">The chosen ones, in order.</param>
/// <param name="Language">Its own, which need not be the article's; <c>und</c> where it is too short to tell.</param>
internal sealed record SectionPreview(string Heading, int Level, IReadOnlyList<string> Sentences, IReadOnlyList<string> Digest, string Language)
{
    /// <summary>With <c>--explain</c>: each sentence's score and its largest reasons.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SentencePreview>? Explained { get; init; }

    public static SectionPreview Of(SectionDigest digest, IReadOnlyList<ExplainedSentence>? explanation) =>
        new(digest.Section.Heading, digest.Section.Level, [.. digest.Section.Sentences], digest.Sentences, digest.Section.Language) { Explained = SentencePreview.Of(explanation) };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ArticlePreview))]
internal sealed partial class PreviewJson : JsonSerializerContext
{
    /// <summary>For a terminal or a file, never for a web page: nothing but what JSON demands is escaped.</summary>
    public static PreviewJson Relaxed { get; } =
        new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
