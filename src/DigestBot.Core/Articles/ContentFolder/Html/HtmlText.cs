using System.Text;
using AngleSharp.Dom;

namespace DigestBot.Articles.ContentFolder.Html;

/// <summary>Reads headings and paragraphs off an element. Walks with a stack of its own: a deep page does not exhaust the thread's.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> NoProse = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "textarea", "table", "pre",
        "figure", "figcaption", "svg", "math", "iframe", "object", "video", "audio", "canvas", "dialog", "menu", "title", "head",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "ruby",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    /// <summary>The text of the only heading of level 1, or of a first one with nothing before it, and the sections.</summary>
    public static (string? Title, IReadOnlyList<ParsedSection> Sections) Of(IElement content)
    {
        var only = content.QuerySelectorAll("h1") is [var heading1] ? heading1 : null;
        var sections = new ParsedSections();
        var letters = Letters.In(content);
        string? title = null;
        var text = new StringBuilder();
        var steps = new Stack<(INode Node, bool Leaves)>();
        steps.Push((content, false));
        while (steps.TryPop(out var step))
        {
            var level = Level(step.Node);
            if (step.Leaves)
            {
                if (level == 1 && title is null && (sections.IsEmpty || step.Node == only))
                    title = VisibleText.Line(text.ToString()) is { Length: > 0 } heading ? heading : null;
                else if (level > 0)
                    sections.Heading(text.ToString(), level);
                else
                    sections.Paragraph(text.ToString());
                text.Clear();
                continue;
            }

            switch (step.Node)
            {
                case IText words:
                    text.Append(words.Data);
                    break;
                case IElement { LocalName: "br" }:
                    text.Append(' ');
                    break;
                case IElement element when element == content || !IsSkipped(element, content, letters):
                    if (!Inline.Contains(element.LocalName))
                    {
                        sections.Paragraph(text.ToString());
                        text.Clear();
                        steps.Push((element, true));
                    }

                    for (var at = element.ChildNodes.Length - 1; at >= 0; at--)
                        steps.Push((element.ChildNodes[at], false));
                    break;
                default:
                    break;
            }
        }

        return (title, sections.ToList());
    }

    private static bool IsSkipped(IElement element, IElement content, int letters) =>
        NoProse.Contains(element.LocalName) || (element.LocalName == "header" && content.LocalName is "body" or "html") ||
        Surroundings.Has(element, letters) || IsMenu(element);

    /// <summary>A list whose every word is a link leads elsewhere: it is navigation, not text.</summary>
    private static bool IsMenu(IElement element) =>
        element.LocalName is "ul" or "ol" && element.QuerySelectorAll("a").Sum(Letters.In) is var linked and > 0 && linked == Letters.In(element);

    private static int Level(INode node) =>
        node is IElement { LocalName: ['h', var digit and >= '1' and <= '6'] } ? digit - '0' : 0;
}
