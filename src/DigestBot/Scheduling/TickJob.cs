using DigestBot.Delivery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>Enqueues what is due, every minute and once at the start. A tick that fails is logged and the next one goes on.</summary>
[DisallowConcurrentExecution]
internal sealed partial class TickJob(
    DuePosts due, DeliveryHealth health, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<TickJob> logger) : IJob
{
    /// <summary>How much later than planned a tick may succeed.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            health.TickBegan(context.ScheduledFireTimeUtc ?? context.FireTimeUtc, await NextAsync(context, cancellationToken) + Grace);
            await due.RunAsync(stopping.Token);
            health.TickSucceeded(await NextAsync(context, cancellationToken) + Grace);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            Log.TickFailed(logger, failure);
        }
        catch (Exception)
        {
            // The program stops, and its scheduler with it; what is due stays due.
        }
    }

    /// <summary>The next of all its triggers: the one of the start has none of its own.</summary>
    private async ValueTask<DateTimeOffset> NextAsync(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var triggers = await context.Scheduler.GetTriggersOfJob(context.JobDetail.Key, cancellationToken);
        return triggers.Select(trigger => trigger.NextFireTimeUtc).Min() ?? time.GetUtcNow();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The schedule's tick failed; the next one tries again")]
        public static partial void TickFailed(ILogger logger, Exception failure);
    }
}
