using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Digests;

namespace DigestBot.Web;

/// <summary>
/// Makes the pages that there are: <c>/</c>, <c>/t/topic</c>, <c>/a/article</c>. They are made of articles and digests alone: nothing
/// that is kept about a chat is within reach here.
/// </summary>
internal sealed class WebPages(ArticleLibrary library, DigestBuilder digests)
{
    private const string TopicPath = "/" + ListPage.TopicPath;
    private const string ArticlePath = "/" + WebCopies.ArticlePath;

    /// <summary>The page of a path; one that says so where there is none.</summary>
    /// <param name="path">As it was asked for.</param>
    /// <param name="readers">The reader's language, for what is no article: an article's page speaks the article's.</param>
    /// <param name="cancellationToken">The reader gave up.</param>
    public async Task<WebPage> FindAsync(string path, Words readers, CancellationToken cancellationToken)
    {
        var snapshot = await library.LoadedAsync(cancellationToken);
        if (path == "/")
            return OfList(ListPage.OfAll(snapshot, readers));

        if (path.StartsWith(ArticlePath, StringComparison.Ordinal) && Article(snapshot, path[ArticlePath.Length..]) is { } article)
            return OfArticle(article, snapshot);

        return path.StartsWith(TopicPath, StringComparison.Ordinal) && Topic(snapshot, path[TopicPath.Length..]) is { } topic
            ? OfList(ListPage.OfTopic(topic, [.. snapshot.Articles.Where(other => other.Topic == topic)], readers))
            : Missing(path, readers);
    }

    private static Article? Article(LibrarySnapshot snapshot, string key) =>
        key.Length == ArticleId.KeyLength ? snapshot.Articles.FirstOrDefault(article => article.Id.Key == key) : null;

    private static string? Topic(LibrarySnapshot snapshot, string key) =>
        snapshot.Topics.FirstOrDefault(topic => ListPage.KeyOf(topic) == key);

    private WebPage OfArticle(Article article, LibrarySnapshot snapshot)
    {
        var words = Words.TryFor(article.Language) ?? Words.Indonesian;
        return new WebPage(ArticlePage.Of(digests.Build(article, new DigestOptions()), words), snapshot.EditionsOf(article.Id).LastOrDefault()?.SeenAt);
    }

    /// <summary>An article that went away changes a list as well, and nothing says when.</summary>
    private static WebPage OfList(string text) => new(text, Changed: null);

    private static WebPage Missing(string path, Words words)
    {
        // As many steps up as the path has down, so that the way home holds below any address.
        var home = string.Concat(Enumerable.Repeat("../", Math.Max(0, path.Count(character => character == '/') - 1)));
        Html body = $"<h1>{words["Web_NotFound"]}</h1>\n<p>{words["Web_NotFoundText"]}</p>";
        return new WebPage(WebPage.Frame(words["Web_NotFound"], home.Length == 0 ? "./" : home, body, words), Changed: null, IsThere: false);
    }
}
