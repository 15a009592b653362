using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigestBot.Monitoring;

/// <summary>
/// Ends the program with a failure where it can't do its work and nothing but an operator can change that: whoever runs it
/// sees a service that failed, not one that sits there. A minute's patience leaves time to make room on a disk, and to
/// record what came back meanwhile.
/// </summary>
internal sealed partial class Watchdog(Readiness readiness, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Watchdog> logger)
    : BackgroundService
{
    /// <summary>Looks, not time: a machine that slept, or whose clock was set, looks once and then sees what its bot does.</summary>
    private const int Patience = 7;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private int _hopelessLooks;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                Look();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no failure.
        }
    }

    internal void Look()
    {
        if (readiness.Hopeless() is not { } reason)
        {
            _hopelessLooks = 0;
            return;
        }

        if (++_hopelessLooks < Patience)
            return;

        Log.GivesUp(logger, reason);
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "The bot can't do its work and stops: {Reason}")]
        public static partial void GivesUp(ILogger logger, string reason);
    }
}
