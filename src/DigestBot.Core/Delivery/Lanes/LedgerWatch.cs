using Microsoft.Extensions.Logging;

namespace DigestBot.Delivery.Lanes;

/// <summary>Looks twice a minute at how much there is, for metrics and health.</summary>
internal sealed partial class LedgerWatch(
    IDeliveryLedger ledger, DeliveryHealth health, DeliveryMetrics metrics, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
                await LookAsync(stopping);
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping is no failure.
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        try
        {
            var status = await ledger.StatusAsync(time.GetUtcNow(), stopping);
            metrics.Observed(status, time.GetUtcNow());
            health.Observed(status);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            Log.Failed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The ledger's status could not be read; tried again shortly")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
