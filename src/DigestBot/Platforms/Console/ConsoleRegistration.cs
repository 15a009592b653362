using DigestBot.Chats;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Platforms.Console;

/// <summary>Joins the chat in the terminal to the bot.</summary>
internal static class ConsoleRegistration
{
    /// <summary>
    /// Adds the console where <c>Console:Enabled</c> says so, or where no platform was added before: it comes last in the
    /// program's table of contents.
    /// </summary>
    public static IHostApplicationBuilder AddConsole(this IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Console").Get<ConsoleOptions>() ?? new ConsoleOptions();
        if (!(options.Enabled ?? builder.Services.All(service => service.ServiceType != typeof(IChatPlatform))))
            return builder;

        builder.Services.AddSingleton(Terminal.OfProcess());
        builder.Services.AddSingleton<ConsolePlatform>();
        builder.Services.AddSingleton<IChatPlatform>(services => services.GetRequiredService<ConsolePlatform>());
        builder.Services.AddSingleton<ConsoleGreeting>();
        builder.Services.AddHostedService<ConsoleListener>();
        return builder;
    }
}
