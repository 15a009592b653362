using DigestBot.Articles;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>Reads the articles anew where watching the folder may have missed something.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ContentScanJob(ArticleLibrary library, IHostApplicationLifetime lifetime, ILogger<ContentScanJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await library.RefreshAsync(stopping.Token);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            Log.ScanFailed(logger, failure);
        }
        catch (Exception)
        {
            // The program stops, and reads them at its next start.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The articles could not be read anew; the library stays as it was")]
        public static partial void ScanFailed(ILogger logger, Exception failure);
    }
}
