using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigestBot.Articles.Search;

/// <summary>Keeps the index abreast of the library.</summary>
internal sealed partial class SearchKeeper(ArticleLibrary library, ArticleSearch search, TimeProvider time, ILogger<SearchKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var held = LibrarySnapshot.Empty;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var snapshot = await library.NextAsync(held, stoppingToken);
                await search.FillAsync(snapshot, stoppingToken);
                held = snapshot;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.FillingFailed(logger, failure, RetryAfter);
                await Task.Delay(RetryAfter, time, stoppingToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The search could not take up the articles; tried again in {Delay}")]
        public static partial void FillingFailed(ILogger logger, Exception failure, TimeSpan delay);
    }
}
