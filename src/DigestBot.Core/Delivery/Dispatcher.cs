using DigestBot.Chats;
using DigestBot.Delivery.Lanes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>Runs every platform's lane. Where none of them can ever work again it asks the program to stop with exit code 1.</summary>
internal sealed partial class Dispatcher(
    IEnumerable<IChatPlatform> platforms,
    IDeliveryLedger ledger,
    IOptions<DeliveryOptions> options,
    DeliverySignal signal,
    PlatformHolds holds,
    DeliveryHealth health,
    DeliveryMetrics metrics,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<Dispatcher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watch = new LedgerWatch(ledger, health, metrics, time, logger);
        var lanes = platforms.Select(LaneOf).ToArray();
        foreach (var lane in lanes)
            signal.Listen(lane.Wake);
        try
        {
            await Task.WhenAll([watch.RunAsync(stoppingToken), .. lanes.Select(lane => RunAsync(lane, stoppingToken))]);
        }
        finally
        {
            foreach (var lane in lanes)
            {
                signal.Leave(lane.Wake);
                lane.Dispose();
            }
        }
    }

    private PlatformLane LaneOf(IChatPlatform platform) =>
        new(new LaneContext(platform, ledger, options.Value, holds, health, metrics, time), Random.Shared, logger);

    private async Task RunAsync(PlatformLane lane, CancellationToken stoppingToken)
    {
        health.Report(lane.Name, LaneState.Standby);
        await lane.RunAsync(stoppingToken);
        if (stoppingToken.IsCancellationRequested || !health.IsHopeless)
            return;

        Log.NoLaneLeft(logger);
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "No platform takes this bot any more; the program stops")]
        public static partial void NoLaneLeft(ILogger logger);
    }
}
