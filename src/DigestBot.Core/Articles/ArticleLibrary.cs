using Microsoft.Extensions.Logging;

namespace DigestBot.Articles;

/// <summary>
/// All articles of all sources, as of the last refresh. A source that fails keeps the articles it gave last and shows as a
/// problem; a store that fails makes the refresh throw and leaves everything as it was.
/// </summary>
public sealed partial class ArticleLibrary(
    IEnumerable<IArticleSource> sources, IEditionStore editions, TimeProvider time, ILogger<ArticleLibrary> logger) : IDisposable
{
    private readonly IArticleSource[] _sources = [.. sources];
    private readonly Dictionary<IArticleSource, SourceReading> _readings = [];
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile LibrarySnapshot _current = LibrarySnapshot.Empty;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What there is now.</summary>
    public LibrarySnapshot Current => _current;

    /// <summary>Whether the first refresh has ended.</summary>
    public bool IsLoaded => _loaded.Task.IsCompleted;

    /// <summary>What there is, waiting for the first refresh where it has not ended yet.</summary>
    public async Task<LibrarySnapshot> LoadedAsync(CancellationToken cancellationToken)
    {
        await _loaded.Task.WaitAsync(cancellationToken);
        return Current;
    }

    /// <summary>What there is now, waiting for the next refresh where that is what the caller knows already.</summary>
    public async Task<LibrarySnapshot> NextAsync(LibrarySnapshot known, CancellationToken cancellationToken)
    {
        // Taken before the look: a refresh that ends between the two is not slept through.
        var next = Volatile.Read(ref _next).Task;
        if (ReferenceEquals(Current, known))
            await next.WaitAsync(cancellationToken);
        return Current;
    }

    /// <summary>Reads all sources anew, records what is new or changed, and publishes it.</summary>
    public async Task<LibraryChanges> RefreshAsync(CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            var (articles, problems) = await ReadSourcesAsync(cancellationToken);
            var before = Current;
            // Oldest first: the newest article gets the highest number.
            var ordered = new LibrarySnapshot(articles, problems, []).Articles.Reverse().ToArray();
            var recorded = await editions.RecordAsync(ordered, time.GetUtcNow(), cancellationToken);
            var snapshot = new LibrarySnapshot(articles, problems, await editions.ListAsync(cancellationToken));
            _current = snapshot;
            _loaded.TrySetResult();
            Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            var changes = ChangesBetween(before, snapshot, recorded);
            foreach (var problem in problems.Except(before.Problems))
                Log.Skipped(logger, problem.Path, problem.Message);
            if (snapshot.Articles.Count == 0)
                Log.Empty(logger, string.Join(", ", _sources.Select(NameOf)));
            Log.Refreshed(logger, snapshot.Articles.Count, problems.Count, changes.Added.Count, changes.Changed.Count, changes.Removed.Count);
            return changes;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _refreshing.Dispose();

    private async Task<(IReadOnlyCollection<Article> Articles, IReadOnlyList<ArticleProblem> Problems)> ReadSourcesAsync(
        CancellationToken cancellationToken)
    {
        var articles = new Dictionary<ArticleId, Article>();
        var problems = new List<ArticleProblem>();
        foreach (var source in _sources)
        {
            try
            {
                _readings[source] = await source.ReadAsync(cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (_readings.ContainsKey(source))
                    Log.SourceFailed(logger, source.GetType().Name, failure.Message);
                else
                    Log.SourceNeverRead(logger, source.GetType().Name, failure.Message);
                problems.Add(new ArticleProblem(NameOf(source), failure.Message));
            }

            if (!_readings.TryGetValue(source, out var reading))
                continue;

            problems.AddRange(reading.Problems);
            foreach (var article in reading.Articles)
            {
                if (!articles.TryAdd(article.Id, article))
                    problems.Add(new ArticleProblem(article.Path, $"another source already has an article called {article.Id}"));
            }
        }

        return (articles.Values, problems);
    }

    private static string NameOf(IArticleSource source) => source.ToString() ?? source.GetType().Name;

    private static LibraryChanges ChangesBetween(LibrarySnapshot before, LibrarySnapshot now, IReadOnlyList<Edition> recorded)
    {
        var known = recorded.ToLookup(edition => now.EditionsOf(edition.Article).First().Number < edition.Number, edition => edition.Article);
        var removed = before.Articles.Select(article => article.Id).Where(id => now.Find(id) is null);
        return new LibraryChanges([.. known[false]], [.. known[true]], [.. removed]);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Library refreshed: {Articles} articles, {Problems} problems; {Added} added, {Changed} changed, {Removed} removed")]
        public static partial void Refreshed(ILogger logger, int articles, int problems, int added, int changed, int removed);

        [LoggerMessage(LogLevel.Warning, "Skipped {Path}: {Reason}")]
        public static partial void Skipped(ILogger logger, string path, string reason);

        [LoggerMessage(LogLevel.Warning, "There is no article in {Sources}: nothing can be shown or posted until there is one (Articles:Folder says where they are read from)")]
        public static partial void Empty(ILogger logger, string sources);

        [LoggerMessage(LogLevel.Error, "{Source} could not be read, its articles stay as they were: {Reason}")]
        public static partial void SourceFailed(ILogger logger, string source, string reason);

        [LoggerMessage(LogLevel.Error, "{Source} could not be read, and was not since the start: it has no articles: {Reason}")]
        public static partial void SourceNeverRead(ILogger logger, string source, string reason);
    }
}
