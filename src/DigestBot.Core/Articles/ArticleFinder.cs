using System.Globalization;

namespace DigestBot.Articles;

/// <summary>Finds the article that somebody means.</summary>
public static class ArticleFinder
{
    /// <summary>
    /// The articles that fit, those of the best kind of fit alone: the number in the list as given, the key, the id, the
    /// title or the file's name exactly, without regard to case, beginning so, containing it, or spelled nearly so.
    /// None, one, or several to ask back about.
    /// </summary>
    public static IReadOnlyList<Article> Find(IReadOnlyList<Article> articles, string wanted) => Match(articles, wanted).Items;

    /// <summary>The same with how they fit.</summary>
    internal static NameMatch<Article> Match(IReadOnlyList<Article> articles, string wanted, bool spelling = true)
    {
        wanted = wanted.Trim();
        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= articles.Count)
            return new NameMatch<Article>([articles[number - 1]], NameFit.Same);

        var named = articles.Where(article => article.Id.Value == wanted || wanted.Length == ArticleId.KeyLength && article.Id.Key == wanted).ToArray();
        return named.Length > 0 ? new NameMatch<Article>(named, NameFit.Same) : NameMatching.Find(articles, NamesOf, wanted, spelling);
    }

    /// <summary>
    /// Splits a line such as <c>kopi gayo 3</c> into the article it begins with and the rest: the longest beginning that
    /// finds exactly one article, with at least one word left over; one that is only spelled nearly so where no other does.
    /// Null where there is no such beginning.
    /// </summary>
    public static (Article Article, string Remainder)? FindAtStart(IReadOnlyList<Article> articles, string line) =>
        FindAtStart(line, beginning => Match(articles, beginning, spelling: false).Items)
        ?? FindAtStart(line, beginning => Match(articles, beginning).Items);

    /// <summary>The same, but for beginnings that may well mean something else.</summary>
    internal static (Article Article, string Remainder)? FindSurelyAtStart(IReadOnlyList<Article> articles, string line) =>
        FindAtStart(line, beginning => Match(articles, beginning, spelling: false) is { IsGuess: false } match ? match.Items : []);

    private static (Article Article, string Remainder)? FindAtStart(string line, Func<string, IReadOnlyList<Article>> find)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var count = words.Length - 1; count >= 1; count--)
        {
            if (find(string.Join(' ', words[..count])) is [var article])
                return (article, string.Join(' ', words[count..]));
        }

        return null;
    }

    /// <summary>What an article goes by: its title and its file's name.</summary>
    internal static IReadOnlyList<string> NamesOf(Article article) =>
        [article.Title, article.Id.Value[(article.Id.Value.LastIndexOf('/') + 1)..]];
}
