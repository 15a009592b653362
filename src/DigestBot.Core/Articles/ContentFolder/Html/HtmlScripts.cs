using AngleSharp.Dom;

namespace DigestBot.Articles.ContentFolder.Html;

/// <summary>What stands above or below the line.</summary>
internal static class HtmlScripts
{
    public static bool Has(IElement element) => element.LocalName is "sup" or "sub" && element.TextContent.Length <= ScriptDigits.Longest;

    /// <summary>Its text in characters that stand there by themselves; null where it only leads to a note.</summary>
    public static string? TextOf(IElement script)
    {
        if (script.LocalName == "sub")
            return ScriptDigits.Lower(script.TextContent);

        return IsNoteMark(script) ? null : ScriptDigits.Raise(script.TextContent);
    }

    private static bool IsNoteMark(IElement raised) =>
        NoteMarks.IsBracketed(raised.TextContent) || raised.QuerySelectorAll("a").Any(link => Leads(link, raised)) ||
        raised.ParentElement is { LocalName: "a" } around && Leads(around, raised);

    /// <summary>Whether the link leads to a note and there is nothing else in it nor in what stands above the line.</summary>
    private static bool Leads(IElement link, IElement raised) =>
        NoteMarks.IsPlace(link.GetAttribute("href")) && link.TextContent.Trim() == raised.TextContent.Trim();
}
