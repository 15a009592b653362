using DigestBot.Articles;

namespace DigestBot.Digests;

/// <summary>Articles for tests of digests, given by their sentences: how a text is split is tested elsewhere.</summary>
internal static class SampleArticles
{
    /// <summary>An article without headings; each array is a paragraph.</summary>
    public static Article Plain(string language, params string[][] paragraphs) => new()
    {
        Id = new ArticleId("test/sample"),
        Path = "test/sample.txt",
        Title = paragraphs.Length > 0 && paragraphs[0].Length > 0 ? paragraphs[0][0] : "Sample",
        Topic = "test",
        Language = language,
        Lead = Part("", paragraphs),
        Sections = [],
    };

    /// <summary>A section; each array is a paragraph.</summary>
    public static Section Part(string heading, params string[][] paragraphs) => new(
        heading, heading.Length == 0 ? 0 : 1, [.. paragraphs.Select(sentences => new Paragraph(string.Join(' ', sentences), sentences))]);
}
