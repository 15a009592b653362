using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Articles;

public sealed class LibraryWatcherTests : IAsyncDisposable
{
    private readonly FakeSource _source = new();
    private readonly FakeEditionStore _editions = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ArticleLibrary _library;
    private readonly LibraryWatcher _watcher;

    public LibraryWatcherTests()
    {
        _library = new ArticleLibrary([_source], _editions, _time, NullLogger<ArticleLibrary>.Instance);
        _watcher = new LibraryWatcher(_library, [_source], _time, NullLogger<LibraryWatcher>.Instance);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_library_is_filled_at_the_start_and_again_after_each_signal()
    {
        _source.Articles.Add(TestArticles.Article("a", "A"));
        await _watcher.StartAsync(Cancellation);
        Assert.Single((await _library.LoadedAsync(Cancellation)).Articles);

        for (var count = 2; count <= 4; count++)
        {
            _source.Articles.Add(TestArticles.Article("b" + count, "B"));
            _source.Signal();
            await UntilAsync(() => _library.Current.Articles.Count == count);
        }
    }

    [Fact]
    public async Task A_store_that_is_down_at_the_start_is_tried_again()
    {
        _source.Articles.Add(TestArticles.Article("a", "A"));
        _editions.Failure = new IOException("locked");
        await _watcher.StartAsync(Cancellation);
        _editions.Failure = null;

        await UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            return _library.Current.Articles.Count == 1;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _watcher.StopAsync(CancellationToken.None);
        _watcher.Dispose();
        _library.Dispose();
        _source.Dispose();
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(5, Cancellation);
    }
}
