using DigestBot.Chats;
using DigestBot.Platforms.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>One shard: one connection after the other for as long as the bot runs and the gateway takes it.</summary>
internal sealed partial class GatewayShard(
    DiscordRest rest, ListeningHealth health, Action<GatewayAction.Deliver> deliver, string token, int[]? shard, IdentifyTurns turns, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(4);

    private readonly GatewaySession _session = new();
    private readonly IdentifyBudget _budget = new(Random.Shared);
    private readonly ReconnectPauses _pauses = new(Random.Shared);
    private readonly long _origin = time.GetTimestamp();
    private GatewayAddress? _known;
    private bool _isFresh;
    private bool _hasIdentified;

    /// <summary>Runs until the bot stops; the reason where the gateway takes it no more.</summary>
    public async Task<string?> RunAsync(GatewayAddress first, CancellationToken stoppingToken)
    {
        (_known, _isFresh) = (first, true);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var begun = Now;
                var end = await ConnectAsync(stoppingToken);
                if (end.Next == Next.Stop)
                    return end.Reason;
                await PauseAsync(end, Now - begun, stoppingToken);
            }
            catch (DiscordFailure failure) when (failure.IsUnauthorized)
            {
                return failure.Reason;
            }
            catch (DiscordFailure failure)
            {
                await PauseAsync(new GatewayEnd(Next.Identify, failure.Reason), TimeSpan.Zero, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // A bot that has stopped listening and still runs is worse than one that tries again.
                Log.Failed(logger, failure, shard?[0] ?? 0);
                await PauseAsync(new GatewayEnd(Next.Resume, failure.GetType().Name), TimeSpan.Zero, stoppingToken);
            }
        }

        return null;
    }

    private TimeSpan Now => time.GetElapsedTime(_origin);

    private async Task<GatewayEnd> ConnectAsync(CancellationToken stoppingToken)
    {
        _hasIdentified = false;
        if (!_session.CanResume)
            await ReadyToIdentifyAsync(stoppingToken);

        var begun = Now;
        var talk = new GatewayTalk(_session, token, shard, Random.Shared);
        using var connection = new GatewayConnection(talk, Deliver, time);
        try
        {
            var end = await connection.RunAsync(GatewayUrl.For(talk.Resumes ? _session.ResumeUrl : null, _known!.Url), stoppingToken);
            if (talk is { Resumes: true, WasGreeted: false })
                _session.OutOfReach(Now);
            else if (talk.Resumes && !end.WasLive)
                _session.ResumeFailed(end.WasMeant);
            if (end.Next == Next.Identify)
                _session.Forget();
            return end;
        }
        finally
        {
            _hasIdentified = talk.IdentifiedAt is not null;
            if (talk.IdentifiedAt is { } at)
                _budget.Began(begun + at);
            await connection.CloseAsync(stoppingToken.IsCancellationRequested ? 1000 : CloseCodes.Leaving);
        }
    }

    private void Deliver(GatewayAction.Deliver delivered)
    {
        if (delivered.Name is "READY" or "RESUMED")
        {
            health.Hears(DiscordPlatform.PlatformName);
            Log.Listening(logger, shard?[0] ?? 0, delivered.Name);
        }

        deliver(delivered);
    }

    /// <summary>Asks how many sessions are left, and waits for this shard's turn.</summary>
    private async Task ReadyToIdentifyAsync(CancellationToken stoppingToken)
    {
        if (!_isFresh && await rest.SendAsync(RestRequest.Gateway(), DiscordJson.Wire.GatewayAddress, stoppingToken) is { Url.Length: > 0 } fresh)
            _known = fresh;
        _isFresh = false;
        var wait = _budget.DelayAt(Now, _known!.SessionStartLimit);
        if (wait > LongWait)
            Log.NoSessionsLeft(logger, wait);
        await Task.Delay(wait, time, stoppingToken);
        await turns.WaitAsync(shard?[0] ?? 0, stoppingToken);
    }

    private async Task PauseAsync(GatewayEnd end, TimeSpan lasted, CancellationToken stoppingToken)
    {
        health.HearsNothing(DiscordPlatform.PlatformName, end.Reason);
        var wait = _pauses.After(lasted, costSession: _hasIdentified && !_session.CanResume);
        Log.HearsNothing(logger, shard?[0] ?? 0, end.Reason, _session.CanResume, wait);
        await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Listening on Discord, shard {Shard}: {Event}")]
        public static partial void Listening(ILogger logger, int shard, string @event);

        [LoggerMessage(LogLevel.Warning, "Discord's gateway, shard {Shard}: {Reason}; goes on with a session to resume: {Resumes}, after {Wait}")]
        public static partial void HearsNothing(ILogger logger, int shard, string reason, bool resumes, TimeSpan wait);

        [LoggerMessage(LogLevel.Error, "Discord's gateway, shard {Shard}, could not be listened to")]
        public static partial void Failed(ILogger logger, Exception exception, int shard);

        [LoggerMessage(LogLevel.Warning, "Discord's gateway lets no further session begin for now; the next one in {Wait}")]
        public static partial void NoSessionsLeft(ILogger logger, TimeSpan wait);
    }
}
