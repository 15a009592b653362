using DigestBot.Delivery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>
/// Tells this instance's health of the ticks that other instances run: one of those that share a store ticks for all.
/// </summary>
internal sealed partial class SharedTicks(ISchedulerFactory schedulers, DeliveryHealth health, TimeProvider time, ILogger<SharedTicks> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
                await LookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no failure.
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            var scheduler = await schedulers.GetScheduler(stoppingToken);
            var triggers = await scheduler.GetTriggersOfJob(new JobKey(nameof(TickJob)), stoppingToken);
            if (triggers.Select(trigger => trigger.PreviousFireTimeUtc).Max() is { } last)
                health.TickSeen(last, (triggers.Select(trigger => trigger.NextFireTimeUtc).Min() ?? last) + TickJob.Grace);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Log.NotSeen(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The schedule that is shared with other instances could not be looked at")]
        public static partial void NotSeen(ILogger logger, Exception failure);
    }
}
