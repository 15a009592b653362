using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

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
    IOptions<ConsoleOptions> options,
    IEnumerable<IChatPlatform> platforms) : BackgroundService
{
    /// <summary>What a bot without a platform needs.</summary>
    public const string Remedy = "set Telegram__Token or Discord__Token in the environment";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Reading the terminal blocks; the rest of the program must not wait for it.
        await Task.Yield();
        terminal.Write(platform.Render(await greeting.MessageAsync(stoppingToken))[0]);
        var hasHeard = await AnswerLinesAsync(stoppingToken);
        if (!platforms.All(other => other == platform))
            return;

        // A service without its token: nobody sits at a terminal that is none, and nobody chose it.
        if (!hasHeard && terminal.IsPiped && options.Value.Enabled is null)
            Environment.ExitCode = BotHost.Tell([$"no platform is set up and standard input is empty: {Remedy}"], BotHost.BadSettings);
        lifetime.StopApplication();
    }

    /// <returns>Whether there was a line.</returns>
    private async Task<bool> AnswerLinesAsync(CancellationToken cancellationToken)
    {
        var hasHeard = false;
        terminal.Prompt();
        while (await ReadLineAsync(cancellationToken) is { } line)
        {
            hasHeard = true;
            if (!string.IsNullOrWhiteSpace(line))
            {
                var answer = await commands.RunAsync(RequestFor(line), cancellationToken);
                terminal.Write(platform.Render(answer.Message)[0]);
            }

            terminal.Prompt();
        }

        return hasHeard;
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
