using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DigestBot.Articles.ContentFolder.Html;

/// <summary>Finds where in a page the article stands.</summary>
internal static class MainContent
{
    /// <summary>SmartReader's text is taken from this many letters on; it is made for whole pages of the web, not for small ones.</summary>
    private const int FewLetters = 200;

    /// <summary>SmartReader weighs every element against others: a page of more would take it minutes.</summary>
    private const int MostElements = 5_000;

    private const string Headings = "h2, h3, h4, h5, h6";

    /// <summary>
    /// What the page marks as its article; else what SmartReader takes for it, where that kept the headings; else the body.
    /// </summary>
    public static IElement Of(IHtmlDocument page, string html) =>
        LargestArticle(page) ?? Only(page, "main") ?? Only(page, "[role=main]") ?? Read(page, html) ?? page.Body ?? page.DocumentElement;

    private static IElement? Only(IHtmlDocument page, string name) => page.QuerySelectorAll(name) is [var only] ? only : null;

    /// <summary>Teasers and comments are marked as articles too; the article holds more than all of them.</summary>
    private static IElement? LargestArticle(IHtmlDocument page)
    {
        var outermost = page.QuerySelectorAll("article").Where(article => article.ParentElement?.Closest("article") is null)
            .Select(article => (Element: article, Letters: Letters.In(article)))
            .ToArray();
        var largest = outermost.DefaultIfEmpty().MaxBy(article => article.Letters);
        return largest.Letters * 2 > outermost.Sum(article => article.Letters) ? largest.Element : null;
    }

    private static IElement? Read(IHtmlDocument page, string html)
    {
        if (page.All.Length > MostElements)
            return null;

        // The address only resolves relative links; nothing is fetched.
        var read = new SmartReader.Reader("https://article.invalid/", html).GetArticle();
        if (read is not { IsReadable: true, Length: > FewLetters })
            return null;

        var content = new HtmlParser().ParseDocument(read.Content).DocumentElement;
        return content.QuerySelectorAll(Headings).Length * 2 >= page.QuerySelectorAll(Headings).Length ? content : null;
    }
}
