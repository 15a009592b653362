using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DigestBot.Articles.ContentFolder;

/// <summary>
/// What stands between two lines <c>---</c> at the top of a file: YAML with <c>title</c>, <c>date</c>, <c>language</c>,
/// <c>source</c> and <c>tags</c>. Other keys are other programs' and are passed over.
/// </summary>
internal sealed record FrontMatter(string? Title, DateOnly? Date, string? Language, Uri? Source, IReadOnlyList<string> Tags)
{
    private const string Fence = "---";
    private const int Longest = 64 * 1024;

    /// <summary>Tags nest once; thousands of brackets would cost a parser the square of their number.</summary>
    private const int DeepestNesting = 8;

    /// <summary>
    /// Takes the front matter off the text. A first line <c>---</c> that no other closes is text, not front matter, unless one of
    /// its keys stands right below. Throws <see cref="UnreadableArticleException"/> naming the line and the key.
    /// </summary>
    public static (FrontMatter? Matter, string Text) Split(string text)
    {
        if (!text.StartsWith(Fence, StringComparison.Ordinal) || !IsFence(text.AsSpan(0, LineEnd(text, 0))))
            return (null, text);

        for (var start = LineEnd(text, 0) + 1; start < text.Length; start = LineEnd(text, start) + 1)
        {
            var line = text.AsSpan(start, LineEnd(text, start) - start);
            if (IsFence(line) || line.TrimEnd() is "...")
                return (Parse(text[(LineEnd(text, 0) + 1)..start]), text[Math.Min(text.Length, LineEnd(text, start) + 1)..]);
        }

        return FrontMatterKeys.LastLineOf(text) is { } last
            ? throw new UnreadableArticleException(string.Create(CultureInfo.InvariantCulture, $"line {last}: front matter is not closed; write --- on a line of its own below this one"))
            : (null, text);
    }

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd() is Fence;

    private static int LineEnd(string text, int from)
    {
        var end = text.IndexOf('\n', from);
        return end < 0 ? text.Length : end;
    }

    private static FrontMatter Parse(string yaml)
    {
        var keys = Keys(yaml);
        return new FrontMatter(
            Scalar(keys, "title"),
            Scalar(keys, "date") is { } date ? ParseDate(date, keys["date"].Key) : null,
            Scalar(keys, "language") is { } language
                ? LanguageTag.Primary(language) ?? throw Wrong(keys["language"].Key, "language", $"'{language}' is no language code such as id or en")
                : null,
            Scalar(keys, "source") is { } source
                ? WebLink.TryParse(source) ?? throw Wrong(keys["source"].Key, "source", $"'{source}' is no http or https link")
                : null,
            ReadTags(keys));
    }

    private static Dictionary<string, (YamlNode Key, YamlNode Value)> Keys(string yaml)
    {
        try
        {
            CheckSize(yaml);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [] || stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" })
                return [];

            if (stream.Documents[0].RootNode is not YamlMappingNode mapping)
                throw new UnreadableArticleException("line 2: front matter must be lines of 'key: value'");

            return mapping.Children.Where(pair => pair.Key is YamlScalarNode)
                .GroupBy(pair => ((YamlScalarNode)pair.Key).Value ?? "", StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => (group.Last().Key, group.Last().Value), StringComparer.OrdinalIgnoreCase);
        }
        catch (YamlException invalid)
        {
            throw new UnreadableArticleException($"line {invalid.Start.Line + 1}: front matter is not YAML: {VisibleText.Line(invalid.Message)}");
        }
    }

    private static void CheckSize(string yaml)
    {
        if (yaml.Length > Longest)
            throw new UnreadableArticleException($"line 1: front matter is longer than {Longest} characters");

        var events = new Parser(new StringReader(yaml));
        var depth = 0;
        while (events.MoveNext())
        {
            depth += events.Current?.NestingIncrease ?? 0;
            if (depth > DeepestNesting)
                throw new UnreadableArticleException($"line {events.Current?.Start.Line + 1}: front matter nests too deep");
        }
    }

    private static string? Scalar(Dictionary<string, (YamlNode Key, YamlNode Value)> keys, string name)
    {
        if (!keys.TryGetValue(name, out var pair))
            return null;

        var scalar = pair.Value as YamlScalarNode ?? throw Wrong(pair.Key, name, "must be one value");
        var value = VisibleText.Line(scalar.Value ?? "");
        return value.Length == 0 || (scalar.Style == ScalarStyle.Plain && value is "~" or "null") ? null : value;
    }

    private static DateOnly ParseDate(string text, YamlNode key) =>
        DateOnly.TryParseExact(text.Length > 10 && text[10] is 'T' or ' ' ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong(key, "date", $"'{text}' is no date; write it as 2026-11-24");

    private static IReadOnlyList<string> ReadTags(Dictionary<string, (YamlNode Key, YamlNode Value)> keys)
    {
        if (!keys.TryGetValue("tags", out var pair))
            return [];

        var tags = pair.Value is YamlSequenceNode list
            ? list.Children.Select(item => (item as YamlScalarNode ?? throw Wrong(pair.Key, "tags", "must be a list of words")).Value ?? "")
            : (Scalar(keys, "tags") ?? "").Split(',');
        return [.. tags.Select(VisibleText.Line).Where(tag => tag.Length > 0).Distinct()];
    }

    private static UnreadableArticleException Wrong(YamlNode key, string name, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"line {key.Start.Line + 1}: {name}: {what}"));
}
