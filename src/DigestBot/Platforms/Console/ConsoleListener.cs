using DigestBot.Chats;
using DigestBot.Commands;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Platforms.Console;

/// <summary>
/// Reads the terminal line by line and answers each in order. Where the terminal is the only platform, the end of the
/// input ends the program.
/// </summary>
internal sealed class ConsoleListener(
    Terminal terminal,
    ConsolePlatform platform,
    ConsoleGreeting greeting,
    CommandDispatcher commands,
    IHostApplicationLifetime lifetime,
    IEnumerable<IChatPlatform> platforms) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Reading the terminal blocks; the rest of the program must not wait for it.
        await Task.Yield();
        terminal.Write(platform.Render(await greeting.MessageAsync(stoppingToken))[0]);
        await AnswerLinesAsync(stoppingToken);
        if (platforms.All(other => other == platform))
            lifetime.StopApplication();
    }

    private async Task AnswerLinesAsync(CancellationToken cancellationToken)
    {
        terminal.Prompt();
        while (await ReadLineAsync(cancellationToken) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                var answer = await commands.RunAsync(RequestFor(line), cancellationToken);
                terminal.Write(platform.Render(answer.Message)[0]);
            }

            terminal.Prompt();
        }
    }

    /// <summary>A terminal's read can't be cancelled: it is left behind when the program stops.</summary>
    private Task<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        Task.Run(terminal.Input.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);

    private static CommandRequest RequestFor(string line) => new()
    {
        Chat = ConsolePlatform.Chat,
        User = "local",
        Line = line.Trim().TrimStart('/'),
        IsPrivate = true,
        IsLocal = true,
        CanManage = _ => ValueTask.FromResult(true),
    };
}
