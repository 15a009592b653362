using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DigestBot.Articles.ContentFolder.Html;

/// <summary>
/// Reads a page: the article's own text without navigation. Title, language, date and source come from the page's head
/// where the article does not say.
/// </summary>
internal static class HtmlReader
{
    /// <summary>How deep elements may nest: far more than any page has, far less than a parser's or a walk's patience.</summary>
    private const int DeepestNesting = 256;

    /// <summary>Throws <see cref="UnreadableArticleException"/>.</summary>
    public static ParsedText Read(string text)
    {
        var (matter, body) = FrontMatter.Split(text);
        if (HtmlNesting.IsDeeperThan(body, DeepestNesting))
            throw new UnreadableArticleException($"elements nest deeper than {DeepestNesting}; this is no article");

        using var page = new HtmlParser().ParseDocument(body);
        var (written, sections) = HtmlText.Of(MainContent.Of(page, body));
        var title = written ?? OnlyHeading(page) ?? Meta(page, "og:title") ?? PageTitle(page);
        return new ParsedText
        {
            Title = title,
            Language = LanguageTag.Primary(page.DocumentElement.GetAttribute("lang")),
            Date = Date(Meta(page, "article:published_time") ?? Meta(page, "date") ?? page.QuerySelector("article time[datetime]")?.GetAttribute("datetime")),
            Source = WebLink.TryParse(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url")),
            Tags = [.. (Meta(page, "keywords") ?? "").Split(',').Select(VisibleText.Line).Where(tag => tag.Length > 0).Distinct()],
            Sections = sections.ToList(hasTitle: (matter?.Title ?? title) is not null),
        }.Under(matter);
    }

    /// <summary>The page's only heading of level 1, wherever it stands: many pages set it above the article.</summary>
    private static string? OnlyHeading(IHtmlDocument page) =>
        page.QuerySelectorAll("h1") is [var only] ? HtmlText.Of(only).Title ?? NullIfEmpty(VisibleText.Line(only.TextContent)) : null;

    /// <summary>The title element without the name of the site: "Subak | Situs" is "Subak".</summary>
    private static string? PageTitle(IHtmlDocument page)
    {
        var title = VisibleText.Line(page.Title ?? "");
        var bar = title.LastIndexOf(" | ", StringComparison.Ordinal);
        if (bar > 0)
            title = title[..bar];
        else if (Meta(page, "og:site_name") is { } site && title.EndsWith(site, StringComparison.OrdinalIgnoreCase))
            title = title[..^site.Length].TrimEnd(' ', '-', '–', '—', '·', ':');
        return NullIfEmpty(title);
    }

    private static string? Meta(IHtmlDocument page, string name) => NullIfEmpty(VisibleText.Line(
        page.QuerySelector($"meta[name='{name}'], meta[property='{name}']")?.GetAttribute("content") ?? ""));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>A page's date is a courtesy: one that can't be read is none.</summary>
    private static DateOnly? Date(string? text) =>
        text?.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
