using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>
/// Reckons the bot's own triggers anew where the system's clock was set back: Quartz keeps the time at which each fires next, and
/// would be silent until that comes again.
/// </summary>
internal sealed partial class ClockCorrections(ISchedulerFactory schedulers, TimeProvider time, ILogger<ClockCorrections> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    /// <summary>So much later than its expression says a trigger may stand: instances' clocks differ a little.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
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
            foreach (var scheduler in await schedulers.GetAllSchedulers(stoppingToken))
                await CorrectAsync(scheduler, stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Log.NotLookedAt(logger, failure);
        }
    }

    private async Task CorrectAsync(IScheduler scheduler, CancellationToken stoppingToken)
    {
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), stoppingToken))
        {
            if (await scheduler.GetTrigger(key, stoppingToken) is not ICronTrigger trigger || trigger.NextFireTimeUtc is not { } next)
                continue;

            var now = time.GetUtcNow();
            var anew = trigger.GetTriggerBuilder().StartAt(now).Build();
            if (anew.GetFireTimeAfter(now) is not { } due || next - due <= Tolerance)
                continue;

            await scheduler.RescheduleJob(key, anew, stoppingToken);
            Log.Corrected(logger, key.Name, due, next);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The clock was set back: {Trigger} fires next at {Due}, not at {Next}")]
        public static partial void Corrected(ILogger logger, string trigger, DateTimeOffset due, DateTimeOffset next);

        [LoggerMessage(LogLevel.Warning, "The schedule could not be looked at")]
        public static partial void NotLookedAt(ILogger logger, Exception failure);
    }
}
