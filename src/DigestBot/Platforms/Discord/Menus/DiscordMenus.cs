using System.Text.Json;
using DigestBot.Commands;
using DigestBot.Platforms.Discord.Rest;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Discord.Menus;

/// <summary>Registers the slash commands, once a run and only where the server has others.</summary>
internal sealed partial class DiscordMenus(
    DiscordRest rest, CommandDispatcher dispatcher, IOptions<OperatorsOptions> operators, TimeProvider time, ILogger<DiscordMenus> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private int _begun;

    /// <summary>
    /// People are heard without a new menu too, but a new bot has none: what fails is tried until it succeeds. What Discord itself
    /// refuses would be refused again; it is told, and tried with the next session.
    /// </summary>
    public async Task UpdateAsync(string? application, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _begun, 1) == 1)
            return;

        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await RegisterAsync(application, cancellationToken);
                return;
            }
            catch (DiscordFailure failure) when (failure is { Status: 400 or 401 or 403, Code: not null })
            {
                Interlocked.Exchange(ref _begun, 0);
                Log.NotRegistered(logger, failure.Reason);
                return;
            }
            catch (DiscordFailure failure)
            {
                var wait = failure.RetryAfter ?? pause;
                Log.NotRegisteredYet(logger, failure.Reason, wait);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    private async Task RegisterAsync(string? application, CancellationToken cancellationToken)
    {
        application ??= (await rest.SendAsync(RestRequest.Application(), DiscordJson.Wire.ApplicationAnswer, cancellationToken))?.Id;
        if (application is null)
            return;

        var wanted = CommandMenu.Of(dispatcher.Commands, operators.Value.AreOn(DiscordPlatform.PlatformName));
        var shown = await rest.SendAsync(RestRequest.Commands(application), DiscordJson.Wire.ApplicationCommandArray, cancellationToken) ?? [];
        if (Shapes(wanted).SequenceEqual(Shapes(shown)))
            return;

        var body = JsonSerializer.SerializeToUtf8Bytes(wanted, DiscordJson.Wire.ApplicationCommandArray);
        await rest.SendAsync(RestRequest.ReplaceCommands(application, body), cancellationToken);
        Log.Registered(logger, wanted.Length);
    }

    private static IEnumerable<string> Shapes(IEnumerable<ApplicationCommand> commands) =>
        commands.Select(command => command.Shape).Order(StringComparer.Ordinal);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Count} slash commands registered on Discord")]
        public static partial void Registered(ILogger logger, int count);

        [LoggerMessage(LogLevel.Warning, "The slash commands were not registered on Discord: {Reason}")]
        public static partial void NotRegistered(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Warning, "The slash commands are not registered on Discord yet: {Reason}; again in {Wait}")]
        public static partial void NotRegisteredYet(ILogger logger, string reason, TimeSpan wait);
    }
}
