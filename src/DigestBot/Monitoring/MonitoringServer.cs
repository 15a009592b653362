using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
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
    private WebApplication? _server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Parse(options.Value.Address), options.Value.Port ?? 0);
        });
        builder.Services.Add(new(typeof(ILoggerFactory), loggers));
        builder.Services.Configure<ConsoleLifetimeOptions>(lifetime => lifetime.SuppressStatusMessages = true);
        _server = builder.Build();
        _server.Map("/live", path => path.Run(context => context.Response.WriteAsJsonAsync(new { status = "live" })));
        _server.Map("/ready", path => path.Run(TellAsync));
        _server.UseOpenTelemetryPrometheusScrapingEndpoint(metrics.Provider, predicate: null, path: "/metrics", configureBranchedPipeline: null, optionsName: null);
        await _server.StartAsync(cancellationToken);
        Log.Serves(logger, _server.Urls.First());
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is null)
            return;

        await _server.StopAsync(cancellationToken);
        await _server.DisposeAsync();
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
