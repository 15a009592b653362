using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

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
        builder.Services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.SectionName).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidation>();
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
