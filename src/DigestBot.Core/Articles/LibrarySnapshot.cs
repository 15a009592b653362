namespace DigestBot.Articles;

/// <summary>Everything the library held at one moment. Immutable: who took it sees one state to the end.</summary>
public sealed class LibrarySnapshot
{
    private readonly Dictionary<ArticleId, Article> _articles;
    private readonly ILookup<ArticleId, Edition> _editions;
    private readonly ILookup<string, Edition> _editionsByHash;

    /// <summary>Puts the articles in order and keeps the rest as given.</summary>
    /// <param name="articles">In any order, no id twice.</param>
    /// <param name="problems">What could not be read, and why.</param>
    /// <param name="editions">Every edition recorded so far, oldest first, those of articles that are gone among them.</param>
    public LibrarySnapshot(IEnumerable<Article> articles, IReadOnlyList<ArticleProblem> problems, IReadOnlyList<Edition> editions)
    {
        Articles = [.. articles.OrderByDescending(article => article.Date).ThenBy(article => article.Id)];
        Topics = [.. Articles.Select(article => article.Topic).Where(topic => topic.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        Problems = problems;
        Editions = editions;
        _articles = Articles.ToDictionary(article => article.Id);
        _editions = editions.ToLookup(edition => edition.Article);
        _editionsByHash = editions.ToLookup(edition => edition.Hash, StringComparer.Ordinal);
    }

    /// <summary>Nothing, as before the first reading.</summary>
    public static LibrarySnapshot Empty { get; } = new([], [], []);

    /// <summary>The newest date first, then by id; those without a date last.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>The topics of the articles in ordinal order, without the empty one.</summary>
    public IReadOnlyList<string> Topics { get; }

    /// <summary>What could not be read, and why.</summary>
    public IReadOnlyList<ArticleProblem> Problems { get; }

    /// <summary>Every edition recorded so far, oldest first.</summary>
    public IReadOnlyList<Edition> Editions { get; }

    /// <summary>The number of the newest edition; 0 where there is none.</summary>
    public long Position => Editions.Count == 0 ? 0 : Editions[^1].Number;

    /// <summary>The article as it is now; null where there is none of that id.</summary>
    public Article? Find(ArticleId id) => _articles.GetValueOrDefault(id);

    /// <summary>The editions of one article, oldest first.</summary>
    public IEnumerable<Edition> EditionsOf(ArticleId id) => _editions[id];

    /// <summary>
    /// The newest edition of the article that somebody at this position has seen, under the name that its file had before where
    /// it was only renamed; null where all are new to them.
    /// </summary>
    public Edition? SeenEdition(ArticleId id, long position) =>
        Last(id, position) ?? (FormerId(id) is { } former ? Last(former, position) : null);

    private Edition? Last(ArticleId id, long position) => _editions[id].LastOrDefault(edition => edition.Number <= position);

    /// <summary>
    /// The id of an article of the same folder that is gone and had what this one had at first, byte for byte. In another folder
    /// it would be of another topic, whose subscribers never had it.
    /// </summary>
    private ArticleId? FormerId(ArticleId id) => _editions[id].FirstOrDefault() is { } first
        ? _editionsByHash[first.Hash].LastOrDefault(edition =>
            edition.Number < first.Number && !_articles.ContainsKey(edition.Article) && FolderOf(edition.Article) == FolderOf(id))?.Article
        : null;

    private static string FolderOf(ArticleId id) => id.Value[..(id.Value.LastIndexOf('/') + 1)];
}
