using System.Text.Json;
using DigestBot.Articles;
using DigestBot.Articles.Sentences;

namespace DigestBot.Benchmarks.Digests.Data;

/// <summary>Reads documents from a file of one JSON object a line. What a line is shows in its fields.</summary>
internal static class DataFile
{
    /// <summary>All documents; with <paramref name="givenSentences"/> false, sentences are found by the bot's own splitter.</summary>
    public static IEnumerable<Document> Read(string path, bool givenSentences)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            yield return Read(json.RootElement, givenSentences);
        }
    }

    private static Document Read(JsonElement row, bool givenSentences)
    {
        var (kind, lead, sections) = Body(row, givenSentences);
        var article = new Article
        {
            Id = new ArticleId(row.GetProperty("id").GetString()!),
            Path = row.GetProperty("id").GetString()!,
            Title = row.GetProperty("title").GetString()!,
            HasOwnTitle = true,
            Topic = "",
            Language = row.GetProperty("lang").GetString()!,
            Lead = lead,
            Sections = sections,
        };
        return new Document(article.Id.Value, kind, article, References(row, kind));
    }

    private static (DocumentKind Kind, Section Lead, IReadOnlyList<Section> Sections) Body(JsonElement row, bool givenSentences)
    {
        if (row.TryGetProperty("sections", out var sections))
            return (DocumentKind.Paper, Section.NoLead, [.. sections.EnumerateArray().Select(section => new Section(
                section.GetProperty("heading").GetString()!, 1, [Paragraph(Texts(section, "sentences"), givenSentences)]))]);
        if (row.TryGetProperty("paragraph", out var numbers))
            return (DocumentKind.News, new Section("", 0, [.. Texts(row, "sentences").Zip(numbers.EnumerateArray())
                .GroupBy(pair => pair.Second.GetInt32(), pair => pair.First)
                .Select(paragraph => Paragraph([.. paragraph], givenSentences))]), []);
        return (DocumentKind.Abstract, new Section("", 0, [Paragraph([row.GetProperty("text").GetString()!], givenSentences: false)]), []);
    }

    private static Paragraph Paragraph(string[] sentences, bool givenSentences)
    {
        var text = string.Join(' ', sentences);
        return new Paragraph(text, givenSentences ? sentences : SentenceSplitter.Split(text));
    }

    /// <summary>A paper has a reader's summary first and its author's abstract second; they are judged apart.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> References(JsonElement row, DocumentKind kind) => kind switch
    {
        DocumentKind.Paper => [Texts(row, "human"), Texts(row, "summary")],
        DocumentKind.Abstract => [.. Texts(row, "summaries").Select(summary => new[] { summary })],
        _ => [Texts(row, "summary")],
    };

    private static string[] Texts(JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
