using System.CommandLine;
using DigestBot.Articles;
using DigestBot.Articles.ContentFolder.PlainText;
using DigestBot.Benchmarks.Digests.Data;

namespace DigestBot.Benchmarks.Digests.Reading;

/// <summary>
/// <c>heading-check</c>: the headings that plain news text gets, one a line with what stands before and after, for a person to
/// judge which are none.
/// </summary>
internal static class HeadingCheckCommand
{
    private const int Context = 70;

    public static Command Create()
    {
        var data = new Option<FileInfo>("--data") { Description = "A file of news with paragraphs (.jsonl).", Required = true };
        var length = new Option<int?>("--paragraph") { Description = "So many sentences a line, instead of the data's paragraphs." };
        data.AcceptExistingOnly();
        var command = new Command("heading-check", "List the headings that are found in plain news text.") { data, length };
        command.SetAction(parse => Run(parse.GetRequiredValue(data), parse.GetValue(length)));
        return command;
    }

    private static void Run(FileInfo data, int? length)
    {
        var (documents, withHeadings, headings) = (0, 0, 0);
        foreach (var document in DataFile.Read(data.FullName, givenSentences: true))
        {
            documents++;
            var lines = Lines(document, length);
            var found = Find(lines);
            if (found.Count == 0) continue;
            withHeadings++;
            headings += found.Count;
            foreach (var at in found)
                Console.WriteLine($"{document.Id}\t{(at == 0 ? "" : Tail(lines[at - 1]))} >> {lines[at]} << {(at + 1 < lines.Count ? Head(lines[at + 1]) : "")}");
        }

        Console.WriteLine($"{documents} documents, {withHeadings} with a heading, {headings} headings.");
    }

    private static List<string> Lines(Document document, int? length)
    {
        var paragraphs = document.Article.Units.SelectMany(unit => unit.Paragraphs);
        return length is { } sentences
            ? [.. paragraphs.SelectMany(paragraph => paragraph.Sentences).Chunk(sentences).Select(chunk => string.Join(' ', chunk))]
            : [.. paragraphs.Select(paragraph => string.Join(' ', paragraph.Sentences))];
    }

    /// <summary>The places of the headings that the file would have, its title above it.</summary>
    private static List<int> Find(List<string> lines)
    {
        var text = PlainTextReader.Read($"Judul berita\n\n{string.Join('\n', lines)}\n");
        var headings = text.Sections.Select(section => section.Heading).Where(heading => heading.Length > 0).ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, lines.Count).Where(at => headings.Contains(WhiteSpace.Fold(lines[at])))];
    }

    private static string Tail(string line) => line[Math.Max(0, line.Length - Context)..];

    private static string Head(string line) => line[..Math.Min(line.Length, Context)];
}
