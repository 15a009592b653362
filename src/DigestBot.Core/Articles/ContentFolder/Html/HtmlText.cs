using AngleSharp.Dom;

namespace DigestBot.Articles.ContentFolder.Html;

/// <summary>Reads headings and paragraphs off an element. Walks with a stack of its own: a deep page does not exhaust the thread's.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> NoProse = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "textarea", "table", "pre",
        "figure", "figcaption", "svg", "math", "iframe", "object", "video", "audio", "canvas", "dialog", "menu", "title", "head", "datalist",
        "del", "s", "strike",
    };

    /// <summary>
    /// What a browser sets as a block (https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3 and the sections below it).
    /// Everything else, elements of a page's own among it, stands in a line.
    /// </summary>
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend",
        "li", "listing", "main", "menu", "nav", "noframes", "ol", "optgroup", "option", "p", "plaintext", "pre", "search", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
    };

    /// <summary>The text of the only heading of level 1, or of a first one with nothing before it, and the sections.</summary>
    public static (string? Title, ParsedSections Sections) Of(IElement content)
    {
        var only = content.QuerySelectorAll("h1") is [var heading1] ? heading1 : null;
        var sections = new ParsedSections();
        var letters = Letters.In(content);
        string? title = null;
        var text = new RunningText();
        var steps = new Stack<(INode Node, bool Leaves)>();
        steps.Push((content, false));
        while (steps.TryPop(out var step))
        {
            var level = Level(step.Node);
            if (step.Leaves)
            {
                if (level == 1 && title is null && (sections.IsEmpty || step.Node == only))
                    title = VisibleText.Line(text.Take()) is { Length: > 0 } heading ? heading : null;
                else if (level > 0)
                    sections.Heading(text.Take(), level);
                else
                    sections.Paragraph(text.Take(), isStrong: StrongParagraphs.Include(step.Node));
                continue;
            }

            switch (step.Node)
            {
                case IText words:
                    text.Append(words.Data);
                    break;
                case IElement { LocalName: "br" }:
                    text.Append(" ");
                    break;
                case IElement element when element != content && IsSkipped(element, content, letters):
                    PassOver(element, text);
                    break;
                case IElement script when HtmlScripts.Has(script):
                    if (HtmlScripts.TextOf(script) is { } raised)
                        text.Append(raised);
                    else
                        text.LeaveOut();
                    break;
                case IElement element:
                    if (element == content || Blocks.Contains(element.LocalName))
                    {
                        sections.Paragraph(text.Take());
                        steps.Push((element, true));
                    }

                    for (var at = element.ChildNodes.Length - 1; at >= 0; at--)
                        steps.Push((element.ChildNodes[at], false));
                    break;
                default:
                    break;
            }
        }

        return (title, sections);
    }

    /// <summary>What is not read still parts the words around it where it stands in lines of its own.</summary>
    private static void PassOver(IElement element, RunningText text)
    {
        if (Blocks.Contains(element.LocalName))
            text.Append(" ");
        else
            text.LeaveOut();
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
