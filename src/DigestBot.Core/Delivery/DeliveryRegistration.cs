using DigestBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Delivery;

/// <summary>Adds deliveries to a host.</summary>
public static class DeliveryRegistration
{
    /// <summary>
    /// Adds what makes digests due and what sends them. An <see cref="IDeliveryLedger"/> and an
    /// <see cref="IAnnouncementStore"/> are needed beside it, and platforms
    /// are added as <see cref="Chats.IChatPlatform"/>.
    /// </summary>
    public static IHostApplicationBuilder AddDelivery(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<DeliveryOptions>(DeliveryOptions.SectionName);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<DeliverySignal>();
        builder.Services.AddSingleton<DeliveryMetrics>();
        builder.Services.AddSingleton<DeliveryHealth>();
        builder.Services.AddSingleton<StoreHealth>();
        builder.Services.AddSingleton<PlatformHolds>();
        builder.Services.AddSingleton<DuePosts>();
        builder.Services.AddSingleton<Announcer>();
        builder.Services.AddHostedService<Dispatcher>();
        return builder;
    }
}
