using DigestBot.Articles;
using Microsoft.Extensions.Logging;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>Reads the articles anew where watching the folder may have missed something.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ContentScanJob(ArticleLibrary library, ILogger<ContentScanJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await library.RefreshAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.ScanFailed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The articles could not be read anew; the library stays as it was")]
        public static partial void ScanFailed(ILogger logger, Exception failure);
    }
}
