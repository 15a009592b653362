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
    /// <summary>How long a platform that no longer takes the bot is left alone, where others do: some take it again after a while.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watch = new LedgerWatch(ledger, health, metrics, time, logger);
        IChatPlatform[] all = [.. platforms];
        foreach (var platform in all)
            health.Report(platform.Name, LaneState.Standby);
        await Task.WhenAll([watch.RunAsync(stoppingToken), .. all.Select(platform => RunAsync(platform, stoppingToken))]);
    }

    private async Task RunAsync(IChatPlatform platform, CancellationToken stoppingToken)
    {
        while (true)
        {
            await RunOnceAsync(platform, stoppingToken);
            if (stoppingToken.IsCancellationRequested)
                return;

            if (health.IsHopeless)
            {
                Log.NoLaneLeft(logger);
                Environment.ExitCode = 1;
                lifetime.StopApplication();
                return;
            }

            await Task.Delay(AskAgainAfter, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunOnceAsync(IChatPlatform platform, CancellationToken stoppingToken)
    {
        using var lane = new PlatformLane(new LaneContext(platform, ledger, options.Value, holds, health, metrics, time), Random.Shared, logger);
        signal.Listen(lane.Wake);
        try
        {
            await lane.RunAsync(stoppingToken);
        }
        finally
        {
            signal.Leave(lane.Wake);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "No platform takes this bot any more; the program stops")]
        public static partial void NoLaneLeft(ILogger logger);
    }
}
