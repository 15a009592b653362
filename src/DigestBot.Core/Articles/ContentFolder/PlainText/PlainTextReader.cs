namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Reads text without any markup: its title and headings are found by their form. Nothing that was written is lost.</summary>
internal static class PlainTextReader
{
    private const int HeadingLevel = 1;
    private const int LevelInChapter = 2;

    /// <summary>Throws <see cref="UnreadableArticleException"/> where its front matter is wrong.</summary>
    public static ParsedText Read(string text)
    {
        var (matter, body) = FrontMatter.Split(text);
        var lines = ChapterNames.Join(NumberedItems.Mark(HardWrap.Undo(NumberedItems.Mark(LineReader.Read(body)))));
        var title = TitleLine.Is(lines) ? lines[0].Text : null;
        return new ParsedText { Title = title, Sections = Sections(title is null ? lines : [.. lines.Skip(1)]) }.Under(matter);
    }

    private static IReadOnlyList<ParsedSection> Sections(List<TextLine> lines)
    {
        var sections = new ParsedSections();
        var headings = HeadingFinder.Find(lines);
        var level = HeadingLevel;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!headings[i])
            {
                sections.Paragraph(lines[i].Text);
                continue;
            }

            var isChapter = HeadingNumbers.BeginWithChapter(lines[i].Text);
            sections.Heading(lines[i].Text, isChapter ? HeadingLevel : level);
            level = isChapter ? LevelInChapter : level;
        }

        return sections.ToList();
    }
}
