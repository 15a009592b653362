using DigestBot.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Chats;

/// <summary>Adds what chats share to a host.</summary>
public static class ChatsRegistration
{
    /// <summary>Adds how digests look.</summary>
    public static IHostApplicationBuilder AddChats(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<LayoutOptions>(LayoutOptions.SectionName);
        builder.Services.TryAddSingleton<Looks>();
        return builder;
    }
}
