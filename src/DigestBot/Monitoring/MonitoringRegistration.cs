using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigestBot.Monitoring;

/// <summary>Joins health and metrics to the bot.</summary>
internal static class MonitoringRegistration
{
    /// <summary>Adds what watches the bot, and what tells others about it where the settings say so.</summary>
    public static IHostApplicationBuilder AddMonitoring(this IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(HealthOptions.SectionName);
        builder.AddSettings<HealthOptions>(HealthOptions.SectionName);
        builder.Services.TryAddSingleton<ListeningHealth>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService<Watchdog>();
        builder.AddNotices();

        // A bot that tells nobody keeps the libraries for it out of its memory.
        var isServed = !string.IsNullOrEmpty(section[nameof(HealthOptions.Port)]);
        if (isServed || MetricsExport.ArePushed)
            builder.Services.AddSingleton<MetricsExport>().AddHostedService<MetricsExport>(services => services.GetRequiredService<MetricsExport>());
        if (isServed)
            builder.Services.AddHostedService<MonitoringServer>();
        return builder;
    }

    /// <summary>Errors are collected where a chat is named that is to be told of them.</summary>
    private static void AddNotices(this IHostApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[$"{OperatorsOptions.Section}:{nameof(OperatorsOptions.Chat)}"]))
            return;

        builder.Services.AddSingleton<OperatorLog>();
        builder.Services.AddSingleton<ILoggerProvider>(services => services.GetRequiredService<OperatorLog>());
        builder.Services.AddHostedService<OperatorNotices>();
    }
}
