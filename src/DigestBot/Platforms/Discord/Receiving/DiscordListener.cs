using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Platforms.Discord.Gateway;
using DigestBot.Platforms.Discord.Rest;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Discord.Receiving;

/// <summary>
/// Listens on the gateway, with as many shards as it asks for. Whatever happens it connects again, except where the gateway
/// says that it never will take this bot.
/// </summary>
internal sealed partial class DiscordListener(
    DiscordRest rest,
    DiscordEvents events,
    PlatformHolds holds,
    ListeningHealth health,
    IOptions<DiscordOptions> options,
    TimeProvider time,
    IEnumerable<IChatPlatform> platforms,
    IHostApplicationLifetime lifetime,
    ILogger<DiscordListener> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        health.Starts(DiscordPlatform.PlatformName);
        try
        {
            for (var isOver = false; !isOver; isOver = await ListenWhileItIsOursAsync(stoppingToken))
            {
                await holds.WhenAskedAsync(DiscordPlatform.PlatformName, stoppingToken);
                if (!holds.Has(DiscordPlatform.PlatformName))
                    health.StandsBy(DiscordPlatform.PlatformName);
            }
        }
        catch (DiscordFailure refused) when (refused.IsUnauthorized)
        {
            GiveUp(refused.Reason);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        finally
        {
            await events.FinishAsync();
        }
    }

    /// <summary>Listens until another instance has the platform; true where there is no going on.</summary>
    private async Task<bool> ListenWhileItIsOursAsync(CancellationToken stoppingToken)
    {
        var lost = await holds.WhenTakenAsync(DiscordPlatform.PlatformName, stoppingToken);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lost, stoppingToken);
        try
        {
            if (await FindGatewayAsync(either.Token) is { } gateway && await ListenAsync(gateway, either.Token) is { } refusal)
            {
                GiveUp(refusal);
                return true;
            }
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
        {
            // It goes on where this instance has the platform again.
        }

        return !lost.IsCancellationRequested;
    }

    /// <summary>Asks until there is an answer; null where the bot is being stopped.</summary>
    private async Task<GatewayAddress?> FindGatewayAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested; failures++)
        {
            string problem;
            try
            {
                if (await rest.SendAsync(RestRequest.Gateway(), DiscordJson.Wire.GatewayAddress, stoppingToken) is { Url.Length: > 0 } gateway)
                    return gateway;
                problem = "no address of a gateway";
            }
            catch (DiscordFailure failure) when (!failure.IsUnauthorized)
            {
                problem = failure.Reason;
            }

            health.HearsNothing(DiscordPlatform.PlatformName, problem);
            var whole = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 10)));
            var wait = (whole < LongestPause ? whole : LongestPause) * (0.5 + Random.Shared.NextDouble() / 2);
            Log.NoGateway(logger, problem, wait);
            await Task.Delay(wait, time, stoppingToken);
        }

        return null;
    }

    /// <summary>Runs all shards; the reason of the first that is refused, which ends the others.</summary>
    private async Task<string?> ListenAsync(GatewayAddress gateway, CancellationToken stoppingToken)
    {
        var count = Math.Clamp(gateway.Shards ?? 1, 1, 10_000);
        var turns = new IdentifyTurns(gateway.SessionStartLimit?.MaxConcurrency ?? 1, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var shards = Enumerable.Range(0, count)
            .Select(id => new GatewayShard(rest, health, events.Handle, options.Value.Token, count == 1 ? null : [id, count], turns, time, logger).RunAsync(gateway, stop.Token))
            .ToArray();

        var first = await Task.WhenAny(shards);
        await stop.CancelAsync();
        await ((Task)Task.WhenAll(shards)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await first;
    }

    /// <summary>Another platform may still do its work; a bot that none takes ends instead of sitting there.</summary>
    private void GiveUp(string reason)
    {
        health.Refused(DiscordPlatform.PlatformName, reason);
        Log.Refused(logger, reason);
        if (!health.IsHopeless(platforms))
            return;

        Log.Hopeless(logger);
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord's gateway was not found: {Reason}; again in {Wait}")]
        public static partial void NoGateway(ILogger logger, string reason, TimeSpan wait);

        [LoggerMessage(LogLevel.Critical, "Discord does not take this bot: {Reason}. It does not connect again before a restart")]
        public static partial void Refused(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Critical, "No platform takes this bot; the program stops")]
        public static partial void Hopeless(ILogger logger);
    }
}
