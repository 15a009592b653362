using System.CommandLine;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Platforms.Console;
using DigestBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestBot.CommandLine;

/// <summary><c>status</c>: how deliveries fare, from the store alone. A bot may run beside it or not; nothing is changed or sent.</summary>
internal static class StatusCommand
{
    public static Command Create(Func<ParseResult, HostApplicationBuilder> compose)
    {
        var language = new Option<string>("--language") { Description = "Language of the answer.", HelpName = "id|en", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("id", "en");
        var command = new Command("status", "Shows backlog, paused chats and sends without an answer, from the store alone.") { language };
        command.SetAction((result, cancellationToken) =>
            BotHost.GuardAsync(() => ShowAsync(compose(result), Words.TryFor(result.GetValue(language))!, cancellationToken)));
        return command;
    }

    private static async Task<int> ShowAsync(HostApplicationBuilder builder, Words words, CancellationToken cancellationToken)
    {
        using var host = builder.Build();
        var message = await host.Services.GetRequiredService<StatusReport>().ReadAsync("UTC", words, cancellationToken);
        Console.Out.WriteLine(new ConsoleRenderer(styled: !Console.IsOutputRedirected).Render(message));
        return 0;
    }
}
