using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Platforms;

/// <summary>Adds the pins of a platform.</summary>
internal static class PinBoardRegistration
{
    public static IServiceCollection AddPinBoard<TPins>(this IServiceCollection services)
        where TPins : class, IPins =>
        services.AddSingleton<TPins>()
            .AddSingleton<PinBoard<TPins>>()
            .AddHostedService(provider => provider.GetRequiredService<PinBoard<TPins>>());
}
