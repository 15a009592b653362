using DigestBot.Delivery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace DigestBot.Monitoring;

/// <summary>
/// Collects the bot's metrics for those who want them: pushed by OTLP where one of OpenTelemetry's standard variables names an
/// endpoint, and pulled from <see cref="MonitoringServer"/> where health is served.
/// </summary>
internal sealed class MetricsExport(IOptions<HealthOptions> health) : IHostedService, IDisposable
{
    /// <summary>
    /// Read where the exporter reads them, and nowhere else. Their sisters say the rest, those of the bot's one signal over those of
    /// all: protocol, headers, timeout.
    /// </summary>
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    private readonly OpenTelemetrySdk _collector = Collect(health.Value.Port is not null);

    /// <summary>What collects.</summary>
    public MeterProvider Provider => _collector.MeterProvider;

    /// <summary>Whether metrics are pushed somewhere.</summary>
    public static bool ArePushed => Endpoints.Any(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _collector.Dispose();

    private static OpenTelemetrySdk Collect(bool arePulled) => OpenTelemetrySdk.Create(builder =>
    {
        builder.ConfigureResource(Describe).WithMetrics(metrics =>
        {
            metrics.AddMeter(DeliveryMetrics.MeterName);
            if (arePulled)
                metrics.AddPrometheusExporter();
        });
        // The one way to add it that knows the variables of metrics alone; no log and no trace comes to this collector.
        if (ArePushed)
            builder.UseOtlpExporter();
    });

    /// <summary>A name from the environment wins: it comes last.</summary>
    private static void Describe(ResourceBuilder resource) => resource
        .AddService("DigestBot", serviceVersion: typeof(MetricsExport).Assembly.GetName().Version?.ToString(3))
        .AddEnvironmentVariableDetector();
}
