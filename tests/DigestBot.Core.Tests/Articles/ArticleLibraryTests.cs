using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Articles;

public sealed class ArticleLibraryTests : IDisposable
{
    private readonly FakeSource _source = new();
    private readonly FakeSource _other = new();
    private readonly FakeEditionStore _editions = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_there_before_the_first_refresh()
    {
        using var library = Library();

        Assert.Empty(library.Current.Articles);
        Assert.False(library.LoadedAsync(Cancellation).IsCompleted);
        _source.Articles.Add(TestArticles.Article("a", "A"));
        await library.RefreshAsync(Cancellation);
        Assert.Single((await library.LoadedAsync(Cancellation)).Articles);
    }

    [Fact]
    public async Task The_newest_article_stands_first_and_has_the_highest_number()
    {
        using var library = Library();
        _source.Articles.AddRange(
        [
            TestArticles.Article("b/undated", "B"),
            TestArticles.Article("a/old", "Old") with { Date = new DateOnly(2024, 1, 1) },
            TestArticles.Article("a/new", "New") with { Date = new DateOnly(2024, 6, 19) },
            TestArticles.Article("a/undated", "A"),
        ]);

        await library.RefreshAsync(Cancellation);

        Assert.Equal(["a/new", "a/old", "a/undated", "b/undated"], library.Current.Articles.Select(article => article.Id.Value));
        Assert.Equal(["b/undated", "a/undated", "a/old", "a/new"], library.Current.Editions.Select(edition => edition.Article.Value));
        Assert.Equal(["a", "b"], library.Current.Topics);
        Assert.Equal(4, library.Current.Position);
    }

    [Fact]
    public async Task A_refresh_tells_what_is_new_what_changed_and_what_is_gone()
    {
        using var library = Library();
        _source.Articles.AddRange([TestArticles.Article("stays", "S"), TestArticles.Article("edited", "E"), TestArticles.Article("goes", "G")]);
        var first = await library.RefreshAsync(Cancellation);
        _source.Articles.RemoveAll(article => article.Id.Value != "stays");
        _source.Articles.AddRange([TestArticles.Article("edited", "E", "Bagian baru"), TestArticles.Article("comes", "C")]);

        var second = await library.RefreshAsync(Cancellation);
        var third = await library.RefreshAsync(Cancellation);

        Assert.Equal(3, first.Added.Count);
        Assert.Equal(["comes"], second.Added.Select(id => id.Value));
        Assert.Equal(["edited"], second.Changed.Select(id => id.Value));
        Assert.Equal(["goes"], second.Removed.Select(id => id.Value));
        Assert.True(third.IsEmpty);
    }

    [Fact]
    public async Task After_a_restart_what_was_seen_is_not_new()
    {
        _source.Articles.Add(TestArticles.Article("a", "A"));
        using (var before = Library())
            await before.RefreshAsync(Cancellation);
        using var after = Library();

        var changes = await after.RefreshAsync(Cancellation);

        Assert.True(changes.IsEmpty);
        Assert.Equal(1, after.Current.Position);
    }

    [Fact]
    public async Task An_edition_that_somebody_has_seen_is_found_by_their_position()
    {
        using var library = Library();
        var id = new ArticleId("a");
        _source.Articles.Add(TestArticles.Article("a", "A"));
        await library.RefreshAsync(Cancellation);
        _source.Articles[0] = TestArticles.Article("a", "A", "Tambahan");
        await library.RefreshAsync(Cancellation);

        Assert.Null(library.Current.SeenEdition(id, 0));
        Assert.Equal(1, library.Current.SeenEdition(id, 1)?.Number);
        Assert.Equal(2, library.Current.SeenEdition(id, 9)?.Number);
        Assert.Equal(2, library.Current.EditionsOf(id).Count());
    }

    [Fact]
    public async Task A_source_that_fails_keeps_its_articles_and_does_not_stop_the_others()
    {
        using var library = Library();
        _source.Articles.Add(TestArticles.Article("a", "A"));
        await library.RefreshAsync(Cancellation);
        _source.Failure = new IOException("the folder is gone");
        _other.Articles.Add(TestArticles.Article("b", "B"));

        var changes = await library.RefreshAsync(Cancellation);

        Assert.Equal(["a", "b"], library.Current.Articles.Select(article => article.Id.Value));
        Assert.Equal("the folder is gone", Assert.Single(library.Current.Problems).Message);
        Assert.Empty(changes.Removed);
    }

    [Fact]
    public async Task A_store_that_fails_leaves_everything_as_it_was()
    {
        using var library = Library();
        _source.Articles.Add(TestArticles.Article("a", "A"));
        await library.RefreshAsync(Cancellation);
        var before = library.Current;
        _source.Articles.Clear();
        _editions.Failure = new IOException("the disk is full");

        await Assert.ThrowsAsync<IOException>(() => library.RefreshAsync(Cancellation));

        Assert.Same(before, library.Current);
    }

    [Fact]
    public async Task Two_sources_with_the_same_article_keep_the_first_and_report_the_second()
    {
        using var library = Library();
        _source.Articles.Add(TestArticles.Article("a", "Pertama"));
        _other.Articles.Add(TestArticles.Article("a", "Kedua"));

        await library.RefreshAsync(Cancellation);

        Assert.Equal("Pertama", Assert.Single(library.Current.Articles).Title);
        Assert.Equal("a.txt", Assert.Single(library.Current.Problems).Path);
    }

    [Fact]
    public async Task What_is_skipped_is_logged_with_its_reason_once_and_again_when_the_reason_is_another()
    {
        var log = new WarningLog();
        using var library = new ArticleLibrary([_source], _editions, new FakeTimeProvider(), log);
        _source.Articles.Add(TestArticles.Article("a", "A"));
        _source.Problems.Add(new ArticleProblem("laut/rusak.md", "the date is none"));
        await library.RefreshAsync(Cancellation);
        await library.RefreshAsync(Cancellation);
        Assert.Equal(["Skipped laut/rusak.md: the date is none"], log.Warnings);

        _source.Problems.Add(new ArticleProblem("laut/besar.txt", "too large"));
        _source.Problems[0] = _source.Problems[0] with { Message = "the title is empty" };
        await library.RefreshAsync(Cancellation);

        Assert.Equal(["Skipped laut/rusak.md: the title is empty", "Skipped laut/besar.txt: too large"], log.Warnings.Skip(1));
    }

    [Fact]
    public async Task A_library_that_has_no_article_at_all_is_warned_of()
    {
        var log = new WarningLog();
        using var library = new ArticleLibrary([_source], _editions, new FakeTimeProvider(), log);
        await library.RefreshAsync(Cancellation);
        Assert.StartsWith("There is no article in ", Assert.Single(log.Warnings), StringComparison.Ordinal);
        Assert.True(library.IsLoaded);

        _source.Articles.Add(TestArticles.Article("a", "A"));
        await library.RefreshAsync(Cancellation);

        Assert.Single(log.Warnings);
    }

    [Fact]
    public async Task A_source_that_was_never_read_is_not_said_to_keep_what_it_never_had()
    {
        var log = new WarningLog();
        using var library = new ArticleLibrary([_source], _editions, new FakeTimeProvider(), log);
        _source.Failure = new IOException("the folder is not there");
        await library.RefreshAsync(Cancellation);
        Assert.Equal("FakeSource could not be read, and was not since the start: it has no articles: the folder is not there", Assert.Single(log.Errors));

        _source.Failure = null;
        _source.Articles.Add(TestArticles.Article("a", "A"));
        await library.RefreshAsync(Cancellation);
        _source.Failure = new IOException("the folder is gone");
        await library.RefreshAsync(Cancellation);

        Assert.Equal("FakeSource could not be read, its articles stay as they were: the folder is gone", log.Errors[^1]);
    }

    public void Dispose()
    {
        _source.Dispose();
        _other.Dispose();
    }

    private ArticleLibrary Library() => new([_source, _other], _editions, new FakeTimeProvider(), NullLogger<ArticleLibrary>.Instance);

    private sealed class WarningLog : ILogger<ArticleLibrary>
    {
        public List<string> Warnings { get; } = [];

        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Warning or LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                (logLevel == LogLevel.Warning ? Warnings : Errors).Add(formatter(state, exception));
        }
    }
}
