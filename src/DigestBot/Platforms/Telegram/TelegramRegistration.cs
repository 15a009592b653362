using DigestBot.Chats;
using DigestBot.Platforms.Telegram.Api;
using DigestBot.Platforms.Telegram.Receiving;
using DigestBot.Platforms.Telegram.Receiving.Intake;
using DigestBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Platforms.Telegram;

/// <summary>Joins Telegram to the bot.</summary>
internal static class TelegramRegistration
{
    /// <summary>Adds Telegram where a token is set; without one it does nothing.</summary>
    public static IHostApplicationBuilder AddTelegram(this IHostApplicationBuilder builder)
    {
        const string token = $"{TelegramOptions.SectionName}:{nameof(TelegramOptions.Token)}";
        builder.AddSettings<TelegramOptions>(TelegramOptions.SectionName, TelegramPlatform.PlatformName).KeptOutOfSharedFiles(builder.Configuration, token);
        builder.AddSettings<WebhookOptions>(WebhookOptions.SectionName);
        if (string.IsNullOrEmpty(builder.Configuration[token]))
            return builder;

        builder.Services.AddTransient<TelegramAddress>();
        builder.Services.AddHttpClient(TelegramApi.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddHttpMessageHandler<TelegramAddress>()
            .ConfigurePrimaryHttpMessageHandler(TelegramConnections.Create)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        builder.Services.AddSingleton<TelegramApi>();
        builder.Services.AddSingleton<TelegramButtons>();
        builder.Services.AddSingleton<RichLatch>();
        builder.Services.AddSingleton<IChatPlatform, TelegramPlatform>();
        builder.Services.AddPinBoard<TelegramPins>();
        builder.Services.AddReceiving();
        builder.AddIntake();
        return builder;
    }

    private static void AddReceiving(this IServiceCollection services)
    {
        services.TryAddSingleton<ListeningHealth>();
        services.AddSingleton<TelegramAdmins>();
        services.AddSingleton<IManagedChats, TelegramManagedChats>();
        services.AddSingleton<TelegramReplies>();
        services.AddSingleton<TelegramPreviews>();
        services.AddSingleton<TelegramFiles>();
        services.AddSingleton<TelegramCommands>();
        services.AddSingleton<TelegramPresses>();
        services.AddSingleton<TelegramMemberships>();
        services.AddSingleton<TelegramInline>();
        services.AddSingleton<TelegramReactions>();
        services.AddSingleton<TelegramUpdates>();
        services.AddSingleton<TelegramMenus>();
    }

    /// <summary>Updates are asked for, unless there is an address that they can be pushed to.</summary>
    private static void AddIntake(this IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(WebhookOptions.SectionName);
        if (string.IsNullOrEmpty(section[nameof(WebhookOptions.Url)]))
        {
            builder.Services.AddSingleton<ITelegramIntake, TelegramPolls>();
        }
        else
        {
            builder.Services.AddSingleton<WebhookQueue>().AddSingleton<ITelegramIntake, TelegramWebhook>();
            builder.Services.AddHostedService<WebhookServer>();
        }

        builder.Services.AddHostedService<TelegramListener>();
    }
}
