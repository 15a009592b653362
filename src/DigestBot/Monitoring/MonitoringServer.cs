using DigestBot.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Monitoring;

/// <summary>
/// Serves <c>/live</c>, <c>/ready</c> and <c>/metrics</c>. It starts last and stops first: nobody hears of a bot that is half
/// there.
/// </summary>
internal sealed partial class MonitoringServer(
    IOptions<HealthOptions> options, Readiness readiness, MetricsExport metrics, ILoggerFactory loggers, ILogger<MonitoringServer> logger)
    : IHostedService
{
    private readonly SmallServer _server = new(loggers);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _server.StartAsync(options.Value.Address, options.Value.Port ?? 0, Map, cancellationToken);
        Log.Serves(logger, _server.Url);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    private void Map(WebApplication server)
    {
        server.Map("/live", path => path.Run(context => context.Response.WriteAsJsonAsync(new { status = "live" })));
        server.Map("/ready", path => path.Run(TellAsync));
        server.UseOpenTelemetryPrometheusScrapingEndpoint(metrics.Provider, predicate: null, path: "/metrics", configureBranchedPipeline: null, optionsName: null);
    }

    private Task TellAsync(HttpContext context)
    {
        var parts = readiness.Parts();
        var isReady = parts.All(part => part.Problem is null);
        context.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsJsonAsync(new
        {
            status = isReady ? "ready" : "not ready",
            parts = parts.ToDictionary(part => part.Part, part => part.Problem ?? "ok"),
        });
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Health and metrics are served on {Url}")]
        public static partial void Serves(ILogger logger, string url);
    }
}
