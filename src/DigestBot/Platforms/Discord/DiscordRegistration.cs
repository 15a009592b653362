using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Platforms.Discord.Forums;
using DigestBot.Platforms.Discord.Interactions;
using DigestBot.Platforms.Discord.Menus;
using DigestBot.Platforms.Discord.Receiving;
using DigestBot.Platforms.Discord.Rest;
using DigestBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Platforms.Discord;

/// <summary>Joins Discord to the bot.</summary>
internal static class DiscordRegistration
{
    /// <summary>Adds Discord where a token is set; without one it does nothing.</summary>
    public static IHostApplicationBuilder AddDiscord(this IHostApplicationBuilder builder)
    {
        const string token = $"{DiscordOptions.SectionName}:{nameof(DiscordOptions.Token)}";
        builder.AddSettings<DiscordOptions>(DiscordOptions.SectionName, DiscordPlatform.PlatformName).KeptOutOfSharedFiles(builder.Configuration, token);
        if (string.IsNullOrEmpty(builder.Configuration[token]))
            return builder;

        var longest = DeliveryOptions.LongestSendTimeout(DiscordPlatform.NonceWindow);
        builder.Services.AddOptions<DeliveryOptions>().Validate(
            delivery => delivery.SendTimeout <= longest,
            $"{DeliveryOptions.SectionName}:{nameof(DeliveryOptions.SendTimeout)} is at most {longest:c} with Discord: what is on its way " +
            "when the bot dies has to be found while Discord still tells a second send from the first");
        builder.Services.AddTransient<DiscordAddress>();
        builder.Services.AddHttpClient(DiscordRest.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddHttpMessageHandler<DiscordAddress>()
            .ConfigurePrimaryHttpMessageHandler(DiscordConnections.Create)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        builder.Services.AddHttpClient(DiscordFiles.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(DiscordConnections.Create)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        builder.Services.AddSingleton<RateLimits>();
        builder.Services.AddSingleton<DiscordRest>();
        builder.Services.AddPinBoard<DiscordPins>();
        builder.Services.AddSingleton<DiscordMessages>().AddSingleton<ForumChannels>().AddSingleton<ForumSender>();
        builder.Services.AddSingleton<IChatPlatform, DiscordPlatform>();
        builder.Services.AddListening();
        return builder;
    }

    private static void AddListening(this IServiceCollection services)
    {
        services.TryAddSingleton<ListeningHealth>();
        services.AddSingleton<DiscordFiles>();
        services.AddSingleton<ManagedRights>();
        services.AddSingleton<PostingRights>();
        services.AddSingleton<DiscordInteractions>();
        services.AddSingleton<DiscordChannels>();
        services.AddSingleton<DiscordManagedChats>();
        services.AddSingleton<IManagedChats>(provider => provider.GetRequiredService<DiscordManagedChats>());
        services.AddSingleton<DiscordMenus>();
        services.AddSingleton<DiscordReactions>();
        services.AddSingleton<EventTurns>();
        services.AddSingleton<DiscordEvents>();
        services.AddHostedService<DiscordListener>();
    }
}
