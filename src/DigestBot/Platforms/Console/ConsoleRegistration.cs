using DigestBot.Chats;
using DigestBot.Settings;
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
        var isAlone = builder.Services.All(service => service.ServiceType != typeof(IChatPlatform));
        builder.AddSettings<ConsoleOptions>(ConsoleOptions.SectionName, ConsolePlatform.Chat.Platform).Validate(
            options => options.Enabled != false || !isAlone, $"there is no chat to post to: set Telegram__Token or Discord__Token in the environment");
        // What is neither true nor false stops the start.
        if (!(bool.TryParse(builder.Configuration[$"{ConsoleOptions.SectionName}:{nameof(ConsoleOptions.Enabled)}"], out var enabled) ? enabled : isAlone))
            return builder;

        builder.Services.AddSingleton(Terminal.OfProcess());
        builder.Services.AddSingleton<ConsolePlatform>();
        builder.Services.AddSingleton<IChatPlatform>(services => services.GetRequiredService<ConsolePlatform>());
        builder.Services.AddSingleton<ConsoleGreeting>();
        builder.Services.AddHostedService<ConsoleListener>();
        return builder;
    }
}
