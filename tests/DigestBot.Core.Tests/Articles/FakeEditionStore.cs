namespace DigestBot.Articles;

/// <summary>Keeps editions in memory, as a database would.</summary>
internal sealed class FakeEditionStore : IEditionStore
{
    private readonly List<Edition> _editions = [];

    public Exception? Failure { get; set; }

    public Task<IReadOnlyList<Edition>> ListAsync(CancellationToken cancellationToken) =>
        Failure is null ? Task.FromResult<IReadOnlyList<Edition>>([.. _editions]) : Task.FromException<IReadOnlyList<Edition>>(Failure);

    public Task<IReadOnlyList<Edition>> RecordAsync(IReadOnlyList<Article> articles, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Failure is not null)
            return Task.FromException<IReadOnlyList<Edition>>(Failure);

        var first = _editions.Count;
        foreach (var article in articles)
        {
            if (_editions.FindLast(edition => edition.Article == article.Id)?.Hash != article.Hash)
                _editions.Add(Edition.Of(_editions.Count + 1, article, now));
        }

        return Task.FromResult<IReadOnlyList<Edition>>(_editions[first..]);
    }

    public Task<int> PruneAsync(DateTimeOffset followedBefore, CancellationToken cancellationToken) => throw new NotSupportedException();
}
