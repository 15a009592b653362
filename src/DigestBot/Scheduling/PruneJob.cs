using DigestBot.Delivery;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>Deletes deliveries that were done long ago.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PruneJob(
    IDeliveryLedger ledger, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<PruneJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var pruned = await ledger.PruneAsync(time.GetUtcNow().AddDays(-options.Value.KeepDays), cancellationToken);
            if (pruned > 0)
                Log.Pruned(logger, pruned, options.Value.KeepDays);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.PruneFailed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Deleted {Count} deliveries that were done more than {Days} days ago")]
        public static partial void Pruned(ILogger logger, int count, int days);

        [LoggerMessage(LogLevel.Error, "Old deliveries could not be deleted; tried again the next time")]
        public static partial void PruneFailed(ILogger logger, Exception failure);
    }
}
