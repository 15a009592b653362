using DigestBot.Chats;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Monitoring;

/// <summary>Joins health and metrics to the bot.</summary>
internal static class MonitoringRegistration
{
    /// <summary>Adds what watches the bot, and what tells others about it where the settings say so.</summary>
    public static IHostApplicationBuilder AddMonitoring(this IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(HealthOptions.SectionName);
        builder.Services.AddOptions<HealthOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton<ListeningHealth>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService<Watchdog>();

        // A bot that tells nobody keeps the libraries for it out of its memory.
        var isServed = !string.IsNullOrEmpty(section[nameof(HealthOptions.Port)]);
        if (isServed || MetricsExport.IsPushed(builder.Configuration))
            builder.Services.AddSingleton<MetricsExport>().AddHostedService<MetricsExport>(services => services.GetRequiredService<MetricsExport>());
        if (isServed)
            builder.Services.AddHostedService<MonitoringServer>();
        return builder;
    }
}
