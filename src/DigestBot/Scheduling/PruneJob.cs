using DigestBot.Articles;
using DigestBot.Delivery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>Deletes deliveries that were done long ago, and editions of articles that nothing is told from any more.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PruneJob(
    IDeliveryLedger ledger,
    IEditionStore editions,
    IOptions<DeliveryOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<PruneJob> logger) : IJob
{
    /// <summary>By then every instance has read what follows.</summary>
    private static readonly TimeSpan EditionsFollowedFor = TimeSpan.FromDays(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            var pruned = await ledger.PruneAsync(time.GetUtcNow().AddDays(-options.Value.KeepDays), stopping.Token);
            if (pruned > 0)
                Log.Pruned(logger, pruned, options.Value.KeepDays);
            var unneeded = await editions.PruneAsync(time.GetUtcNow() - EditionsFollowedFor, stopping.Token);
            if (unneeded > 0)
                Log.EditionsPruned(logger, unneeded);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            Log.PruneFailed(logger, failure);
        }
        catch (Exception)
        {
            // The program stops; what is left goes the next time.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Deleted {Count} deliveries that were done more than {Days} days ago")]
        public static partial void Pruned(ILogger logger, int count, int days);

        [LoggerMessage(LogLevel.Information, "Deleted {Count} editions of articles that no subscription is compared with any more")]
        public static partial void EditionsPruned(ILogger logger, int count);

        [LoggerMessage(LogLevel.Error, "Old deliveries and editions could not be deleted; tried again the next time")]
        public static partial void PruneFailed(ILogger logger, Exception failure);
    }
}
