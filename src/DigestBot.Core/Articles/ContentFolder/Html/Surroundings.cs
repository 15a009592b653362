using AngleSharp.Dom;

namespace DigestBot.Articles.ContentFolder.Html;

/// <summary>Parts of a page that stand around an article, or in it, and are none of its text.</summary>
internal static class Surroundings
{
    private static readonly char[] BetweenWords = [' ', '-', '_'];

    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alert", "toolbar",
    };

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "nav", "navbar", "navigation", "menu", "sidebar", "breadcrumb", "breadcrumbs", "related", "terkait", "recommended", "recommendations", "share",
        "sharing", "social", "comments", "komentar", "newsletter", "subscribe", "advertisement", "advert", "ads", "iklan", "promo", "cookie", "cookies",
        "pagination", "widget", "toolbar", "skip",
    };

    /// <summary>
    /// Whether the element says of itself that it is no text of the article. A name is believed only of what holds the smaller
    /// part of the content: themes call whole pages "with-sidebar".
    /// </summary>
    public static bool Has(IElement element, int contentLetters) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || Roles.Contains(element.GetAttribute("role") ?? "") ||
        (IsNamed(element.ClassName) || IsNamed(element.Id)) && Letters.In(element) * 2 < contentLetters;

    private static bool IsNamed(string? name) => name is not null && Array.Exists(name.Split(BetweenWords), Names.Contains);
}
