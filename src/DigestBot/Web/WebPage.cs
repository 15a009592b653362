using DigestBot.Articles;
using DigestBot.Chats;

namespace DigestBot.Web;

/// <summary>One page.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Changed">When what it shows was first seen; null where that says nothing.</param>
/// <param name="IsThere">False for the page that says that there is none.</param>
internal sealed record WebPage(string Text, DateTimeOffset? Changed, bool IsThere = true)
{
    /// <summary>Differs where anything on the page does: another edition, another language, another version of the bot.</summary>
    public string Tag { get; } = Fingerprint.Of(Text)[..16];

    /// <summary>The frame that every page has.</summary>
    /// <param name="title">What the browser calls it.</param>
    /// <param name="top">The way from the page to the list of all articles; empty on that list.</param>
    /// <param name="body">What stands in it.</param>
    /// <param name="words">The language of the bot's words in it.</param>
    public static string Frame(string title, string top, Html body, Words words)
    {
        Html home = top.Length == 0 ? Html.None : $"""<nav><a href="{top}">‹ {words["Web_AllArticles"]}</a></nav>""";
        Html style = new(0, 0);
        // Its hash is in the policy: it stands as it is.
        style.AppendLiteral(PageStyle.Css);
        Html page = $"""
            <!doctype html>
            <html lang="{words.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            <style>{style}</style>
            </head>
            <body>
            {home}
            <main>
            {body}
            </main>
            <footer>{words["Web_Foot"]}</footer>
            </body>
            </html>

            """;
        return page.ToString();
    }
}
