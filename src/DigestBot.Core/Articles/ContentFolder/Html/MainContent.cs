using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DigestBot.Articles.ContentFolder.Html;

/// <summary>Finds where in a page the article stands.</summary>
internal static class MainContent
{
    /// <summary>A page that marks its article is believed; SmartReader's text is taken from this many letters on.</summary>
    private const int FewLetters = 200;

    /// <summary>
    /// The one <c>article</c> or <c>main</c> element of the page; else what SmartReader takes for the article; else the body.
    /// </summary>
    public static IElement Of(IHtmlDocument page, string html)
    {
        foreach (var name in (string[])["article", "main", "[role=main]"])
        {
            if (page.QuerySelectorAll(name) is [var only])
                return only;
        }

        // The address only resolves relative links; nothing is fetched.
        var read = new SmartReader.Reader("https://article.invalid/", html).GetArticle();
        if (read is { IsReadable: true, Length: > FewLetters })
            return new HtmlParser().ParseDocument(read.Content).DocumentElement;

        return page.Body ?? page.DocumentElement;
    }
}
