using DigestBot.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace DigestBot.Monitoring;

/// <summary>
/// Collects the bot's metrics for those who want them: pushed by OTLP where OpenTelemetry's standard variable names an
/// endpoint, and pulled from <see cref="MonitoringServer"/> where health is served.
/// </summary>
internal sealed class MetricsExport(IOptions<HealthOptions> health, IConfiguration configuration) : IHostedService, IDisposable
{
    /// <summary>Its sisters <c>OTEL_EXPORTER_OTLP_…</c> say the rest: protocol, headers, interval.</summary>
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>What collects.</summary>
    public MeterProvider Provider { get; } = Collect(health.Value.Port is not null, IsPushed(configuration));

    /// <summary>Whether metrics are pushed somewhere.</summary>
    public static bool IsPushed(IConfiguration configuration) => !string.IsNullOrEmpty(configuration[OtlpEndpoint]);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => Provider.Dispose();

    private static MeterProvider Collect(bool isPulled, bool isPushed)
    {
        var version = typeof(MetricsExport).Assembly.GetName().Version?.ToString(3);
        var builder = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService("DigestBot", serviceVersion: version))
            .AddMeter(DeliveryMetrics.MeterName);
        if (isPulled)
            builder.AddPrometheusExporter();
        if (isPushed)
            builder.AddOtlpExporter();
        return builder.Build();
    }
}
