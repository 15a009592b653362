using DigestBot.Articles.ContentFolder.Html;
using DigestBot.Articles.ContentFolder.Markdown;
using DigestBot.Articles.ContentFolder.PlainText;

namespace DigestBot.Articles.ContentFolder;

/// <summary>The formats that articles are written in, by the extension of their files. A new one is a line here.</summary>
internal static class ArticleFormats
{
    private static readonly Dictionary<string, Func<string, ParsedText>> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = PlainTextReader.Read,
        [".md"] = MarkdownReader.Read,
        [".html"] = HtmlReader.Read,
        [".htm"] = HtmlReader.Read,
    };

    /// <summary>Formats that people keep texts in and that are not read: passing over them in silence would puzzle their writers.</summary>
    private static readonly HashSet<string> NotRead = new([".doc", ".docx", ".odt", ".rtf", ".pdf", ".epub", ".tex", ".rst"], StringComparer.OrdinalIgnoreCase);

    public static bool IsRead(string path) => Readers.ContainsKey(Path.GetExtension(path));

    public static bool IsOtherDocument(string path) => NotRead.Contains(Path.GetExtension(path));

    /// <summary>Reads the text by its file's extension; throws <see cref="UnreadableArticleException"/>.</summary>
    public static ParsedText Read(string path, string text) => Readers[Path.GetExtension(path)](text);
}
