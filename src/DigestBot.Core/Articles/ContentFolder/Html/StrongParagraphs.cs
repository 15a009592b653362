using AngleSharp.Dom;

namespace DigestBot.Articles.ContentFolder.Html;

/// <summary>Paragraphs that are nothing but bold: a heading in pages whose writer's editor made them.</summary>
internal static class StrongParagraphs
{
    /// <summary>Bold may stand in a span or be slanted as well; items of lists, cells and quotations in bold are no headings.</summary>
    public static bool Include(INode node)
    {
        if (node is not IElement { LocalName: "p" or "div", ParentElement.LocalName: not ("li" or "td" or "th" or "dd" or "blockquote") })
            return false;

        while (OnlyElementIn(node) is { } only)
        {
            if (only.LocalName is "strong" or "b")
                return true;
            if (only.LocalName is not ("span" or "em" or "i" or "u" or "font"))
                return false;

            node = only;
        }

        return false;
    }

    private static IElement? OnlyElementIn(INode node)
    {
        IElement? only = null;
        foreach (var child in node.ChildNodes)
        {
            if (child is IElement { LocalName: "br" } or IComment || child is IText { Data: var words } && string.IsNullOrWhiteSpace(words))
                continue;
            if (only is not null || child is not IElement element)
                return null;

            only = element;
        }

        return only;
    }
}
