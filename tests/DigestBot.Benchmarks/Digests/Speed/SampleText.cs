using DigestBot.Articles;
using DigestBot.Articles.Sentences;

namespace DigestBot.Benchmarks.Digests.Speed;

/// <summary>Prose to measure on: an article of the bot's own, cut or repeated to a length.</summary>
internal static class SampleText
{
    private const string File = "content/sains/krakatau-1883.txt";

    private const int LongestHeading = 80;

    /// <summary>Paragraphs of about so many characters together.</summary>
    public static IReadOnlyList<string> Paragraphs(int characters)
    {
        var source = System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, File)).Split("\n\n")
            .Select(text => text.ReplaceLineEndings(" ").Trim()).Where(text => text.Length > LongestHeading).ToArray();
        var paragraphs = new List<string>();
        for (var (number, length) = (0, 0); length < characters; number++)
        {
            var paragraph = source[number % source.Length];
            paragraphs.Add(paragraph);
            length += paragraph.Length;
        }

        return paragraphs;
    }

    /// <summary>An article without headings.</summary>
    public static Article Split(IReadOnlyList<string> paragraphs) => new()
    {
        Id = new ArticleId("bench/sample"),
        Path = "bench/sample.txt",
        Title = "Letusan Krakatau 1883",
        HasOwnTitle = true,
        Topic = "bench",
        Language = "id",
        Lead = new Section("", 0, [.. paragraphs.Select(text => new Paragraph(text, SentenceSplitter.Split(text)))]),
        Sections = [],
    };
}
