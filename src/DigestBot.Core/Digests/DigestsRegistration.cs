using DigestBot.Digests.Extractive;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Digests;

/// <summary>Adds digests to a host.</summary>
public static class DigestsRegistration
{
    /// <summary>Adds the extractive engine, unless another <see cref="IDigestEngine"/> was added before, and the builder.</summary>
    public static IHostApplicationBuilder AddDigests(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<IDigestEngine, ExtractiveEngine>();
        builder.Services.TryAddSingleton<DigestBuilder>();
        return builder;
    }
}
