using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace DigestBot.Articles;

/// <summary>Fills the library at the start and again after each signal of a source.</summary>
internal sealed partial class LibraryWatcher(
    ArticleLibrary library, IEnumerable<IArticleSource> sources, TimeProvider time, ILogger<LibraryWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Asked for before reading: what changes while the sources are read is not missed.
            var tokens = sources.Select(source => source.Watch()).ToArray();
            try
            {
                await library.RefreshAsync(stoppingToken);
                await SignalAsync(tokens, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.RefreshFailed(logger, failure, RetryAfter);
                await Task.Delay(RetryAfter, time, stoppingToken);
            }
        }
    }

    private static async Task SignalAsync(IChangeToken[] tokens, CancellationToken cancellationToken)
    {
        var signalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var registrations = Array.ConvertAll(tokens, token => token.RegisterChangeCallback(_ => signalled.TrySetResult(), null));
        try
        {
            await signalled.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            foreach (var registration in registrations)
                registration.Dispose();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The library could not be refreshed; tried again in {Delay}")]
        public static partial void RefreshFailed(ILogger logger, Exception failure, TimeSpan delay);
    }
}
