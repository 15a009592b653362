using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DigestBot.Articles.ContentFolder.Markdown;

/// <summary>
/// Reads Markdown (CommonMark with tables, footnotes and lists of tasks). A first heading of level 1 with nothing before it is the title. Items of
/// lists and quoted paragraphs are paragraphs; code blocks, tables, images, footnotes and raw HTML are no prose. Where no heading is
/// marked, paragraphs of nothing but bold stand for headings.
/// </summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseFootnotes().UseTaskLists().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    /// <summary>Throws <see cref="UnreadableArticleException"/>.</summary>
    public static ParsedText Read(string text)
    {
        var (matter, body) = FrontMatter.Split(text);
        var sections = new ParsedSections();
        string? title = null;
        foreach (var block in Parse(body))
        {
            if (block is HeadingBlock { Level: 1 } heading && title is null && sections.IsEmpty)
                title = VisibleText.Line(MarkdownText.Of(heading.Inline));
            else
                Add(block, sections);
        }

        title = title is "" ? null : title;
        return new ParsedText { Title = title, Sections = sections.ToList(hasTitle: (matter?.Title ?? title) is not null) }.Under(matter);
    }

    private static MarkdownDocument Parse(string text)
    {
        if (MarkdownTangle.Is(text))
            throw new UnreadableArticleException($"one block holds more than {MarkdownTangle.MostMarks} marks, or a table more than {MarkdownTangle.MostColumns} columns");

        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException tooDeep)
        {
            // Markdig's own guard against input that nests thousands of levels.
            throw new UnreadableArticleException($"not readable as Markdown: {tooDeep.Message}");
        }
    }

    private static void Add(Block block, ParsedSections sections)
    {
        switch (block)
        {
            case HeadingBlock heading:
                sections.Heading(MarkdownText.Of(heading.Inline), heading.Level);
                break;
            case ParagraphBlock paragraph:
                sections.Paragraph(MarkdownText.Of(paragraph.Inline), isStrong: paragraph.Parent is MarkdownDocument && IsStrong(paragraph.Inline));
                break;
            case Table or CodeBlock or HtmlBlock or LinkReferenceDefinitionGroup or FootnoteGroup:
                break;
            case ContainerBlock container:
                foreach (var child in container)
                    Add(child, sections);
                break;
            default:
                break;
        }
    }

    /// <summary>One element of bold, perhaps of slanted bold, and nothing else.</summary>
    private static bool IsStrong(ContainerInline? inlines) =>
        inlines is { FirstChild: EmphasisInline { NextSibling: null, DelimiterChar: '*' or '_' } only } && (only.DelimiterCount == 2 || IsStrong(only));
}
