using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Chats;

/// <summary>Adds what chats share to a host.</summary>
public static class ChatsRegistration
{
    /// <summary>Adds how digests look.</summary>
    public static IHostApplicationBuilder AddChats(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LayoutOptions>().BindConfiguration(LayoutOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton<Looks>();
        return builder;
    }
}
