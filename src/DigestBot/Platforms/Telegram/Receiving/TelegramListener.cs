using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Platforms.Telegram.Api;
using DigestBot.Platforms.Telegram.Receiving.Intake;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>
/// Hears updates for as long as the bot runs. Whatever happens it tries again: a bot that has stopped listening and still
/// runs is worse than one that has stopped.
/// </summary>
internal sealed partial class TelegramListener(
    TelegramApi api,
    TelegramMenus menus,
    ITelegramIntake intake,
    PlatformHolds holds,
    ListeningHealth health,
    TimeProvider time,
    IEnumerable<IChatPlatform> platforms,
    IHostApplicationLifetime lifetime,
    ILogger<TelegramListener> logger) : BackgroundService
{
    /// <summary>A token that is not taken won't be taken a minute later.</summary>
    private static readonly TimeSpan WaitAfterUnauthorized = TimeSpan.FromMinutes(10);

    private readonly Backoff _backoff = new(Random.Shared);
    private string? _name;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        health.Starts(TelegramPlatform.PlatformName);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await holds.WhenAskedAsync(TelegramPlatform.PlatformName, stoppingToken);
                if (!holds.Has(TelegramPlatform.PlatformName))
                    health.StandsBy(TelegramPlatform.PlatformName);

                var lost = await holds.WhenTakenAsync(TelegramPlatform.PlatformName, stoppingToken);
                await ListenAsync(lost, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                await WaitAfterAsync(failure, stoppingToken);
            }
            catch (Exception stopped)
            {
                Log.Stopped(logger, stopped.Message);
            }
        }

        await intake.CloseAsync();
    }

    /// <summary>Hears once; not to the end where another instance has taken over meanwhile.</summary>
    private async Task ListenAsync(CancellationToken lost, CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lost, stoppingToken);
        try
        {
            _name ??= await ConnectAsync(either.Token);
            Report(await intake.HearAsync(_name, either.Token));
            _backoff.Succeeded();
        }
        catch (Exception broken) when (lost.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
        {
            Log.TakenOver(logger, broken.Message);
        }
    }

    private async Task<string> ConnectAsync(CancellationToken cancellationToken)
    {
        var me = await api.SendRequest(new GetMeRequest(), cancellationToken);
        await intake.OpenAsync(cancellationToken);
        await UpdateMenusAsync(cancellationToken);
        Log.Connected(logger, me.Username ?? "", me.Id);
        return me.Username ?? "";
    }

    /// <summary>People are heard without a menu too.</summary>
    private async Task UpdateMenusAsync(CancellationToken cancellationToken)
    {
        try
        {
            await menus.UpdateAsync(cancellationToken);
        }
        catch (TelegramFailure failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoMenu(logger, failure.Reason);
        }
    }

    private void Report(string? problem)
    {
        if (problem is null)
            health.Hears(TelegramPlatform.PlatformName);
        else
            health.HearsNothing(TelegramPlatform.PlatformName, problem);
    }

    private async Task WaitAfterAsync(Exception failure, CancellationToken stoppingToken)
    {
        var reason = failure is TelegramFailure { Reason: var said } ? said : failure.GetType().Name;
        health.HearsNothing(TelegramPlatform.PlatformName, reason);
        var refused = failure as TelegramFailure;
        if (refused?.Code is 401 or 404)
            GiveUpWhereHopeless(reason);
        var wait = _backoff.Failed(refused?.Code is 401 or 404 ? WaitAfterUnauthorized : refused?.RetryAfter);
        if (refused is null)
            Log.Failed(logger, failure, wait);
        else
            Log.HearsNothing(logger, reason, wait);
        if (refused?.Code == 409 && refused.Says("webhook"))
            _name = null;
        await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Another platform may still do its work; a bot that none takes ends instead of sitting there.</summary>
    private void GiveUpWhereHopeless(string reason)
    {
        health.Refused(TelegramPlatform.PlatformName, reason);
        if (!health.IsHopeless(platforms))
            return;

        Log.TokenRefused(logger, reason);
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Listening on Telegram as @{Name} ({Id})")]
        public static partial void Connected(ILogger logger, string name, long id);

        [LoggerMessage(LogLevel.Warning, "The menu of commands was not set: {Reason}")]
        public static partial void NoMenu(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Warning, "Telegram gives no updates: {Reason}; again in {Wait}")]
        public static partial void HearsNothing(ILogger logger, string reason, TimeSpan wait);

        [LoggerMessage(LogLevel.Critical, "Telegram does not take this bot: {Reason}. Check Telegram:Token; the program stops")]
        public static partial void TokenRefused(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "Updates could not be handled; they come again in {Wait}")]
        public static partial void Failed(ILogger logger, Exception exception, TimeSpan wait);

        [LoggerMessage(LogLevel.Debug, "Listening was broken off by the stop: {Reason}")]
        public static partial void Stopped(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Information, "Another instance listens on Telegram now: {Reason}")]
        public static partial void TakenOver(ILogger logger, string reason);
    }
}
