using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Subscriptions;

/// <summary>Joins subscriptions to the bot.</summary>
public static class SubscriptionsRegistration
{
    /// <summary>Adds the book that commands write in; a store is added by the storage.</summary>
    public static IHostApplicationBuilder AddSubscriptions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SubscriptionBook>();
        return builder;
    }
}
