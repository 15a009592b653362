using Microsoft.Extensions.Primitives;

namespace DigestBot.Articles;

/// <summary>Gives what a test put into it.</summary>
internal sealed class FakeSource : IArticleSource, IDisposable
{
    private CancellationTokenSource _changed = new();

    public List<Article> Articles { get; } = [];

    public List<ArticleProblem> Problems { get; } = [];

    public Exception? Failure { get; set; }

    public Task<SourceReading> ReadAsync(CancellationToken cancellationToken) =>
        Failure is null ? Task.FromResult(new SourceReading([.. Articles], [.. Problems])) : Task.FromException<SourceReading>(Failure);

    public IChangeToken Watch() => new CancellationChangeToken(_changed.Token);

    public void Signal()
    {
        var signalled = _changed;
        _changed = new CancellationTokenSource();
        signalled.Cancel();
        signalled.Dispose();
    }

    public void Dispose() => _changed.Dispose();
}
