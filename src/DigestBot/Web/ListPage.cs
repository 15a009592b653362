using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Web;

/// <summary>Puts lists of articles on a page.</summary>
internal static class ListPage
{
    /// <summary>What stands before the key in a topic's address.</summary>
    public const string TopicPath = "t/";

    /// <summary>On the list of all topics each has so many; the rest is on its own page.</summary>
    private const int MostOfTopic = 20;

    /// <summary>What a topic's page is called in its address.</summary>
    public static string KeyOf(string topic) => new Wants { Topic = topic }.TargetKey;

    /// <summary>All articles by topic, those without one first.</summary>
    public static string OfAll(LibrarySnapshot library, Words words)
    {
        var topics = library.Topics.Select(topic => Topic(topic, [.. library.Articles.Where(article => article.Topic == topic)], words));
        var others = library.Articles.Where(article => article.Topic.Length == 0).ToArray();
        Html empty = library.Articles.Count > 0 ? Html.None : $"<p>{words["Web_Empty"]}</p>";
        return WebPage.Frame(words["Articles_Title"], "", $"<h1>{words["Articles_Title"]}</h1>\n{empty}{Items(others, WebCopies.ArticlePath, words)}{topics}", words);
    }

    /// <summary>The articles of one topic.</summary>
    public static string OfTopic(string topic, IReadOnlyList<Article> articles, Words words) =>
        WebPage.Frame(topic, "../", $"<h1>{topic}</h1>\n{Items(articles, "../" + WebCopies.ArticlePath, words)}", words);

    private static Html Topic(string topic, IReadOnlyList<Article> articles, Words words)
    {
        Html rest = articles.Count <= MostOfTopic ? Html.None
            : $"""<p><a href="{TopicPath}{KeyOf(topic)}">{words.Format("Button_More", articles.Count - MostOfTopic)}</a></p>""";
        return $"""
            <section>
            <h2><a href="{TopicPath}{KeyOf(topic)}">{topic}</a></h2>
            {Items([.. articles.Take(MostOfTopic)], WebCopies.ArticlePath, words)}{rest}</section>

            """;
    }

    private static Html Items(IReadOnlyList<Article> articles, string way, Words words)
    {
        if (articles.Count == 0)
            return Html.None;

        var items = articles.Select(article =>
            (Html)$"""<li><a href="{way}{article.Id.Key}" lang="{article.Language}">{article.Title}</a> <span class="facts">{DigestMessages.Facts(article, words)}</span></li>""");
        return $"<ul>{items}</ul>\n";
    }
}
