using System.Text.Json;
using DigestBot.Delivery;
using DigestBot.Platforms.Telegram.Api;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot.Requests;

namespace DigestBot.Platforms.Telegram.Receiving.Intake;

/// <summary>Asks for updates; the next question confirms those before it.</summary>
internal sealed partial class TelegramPolls(
    TelegramApi api, TelegramUpdates updates, PlatformHolds holds, IOptions<TelegramOptions> options, ILogger<TelegramPolls> logger) : ITelegramIntake
{
    private int? _offset;

    /// <summary>Polling is refused while a webhook is set; what waits is kept.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => api.SendRequest(new DeleteWebhookRequest(), cancellationToken);

    public async Task<string?> HearAsync(string botName, CancellationToken cancellationToken)
    {
        var poll = new PollRequest { Offset = _offset, Timeout = options.Value.PollSeconds, AllowedUpdates = WantedUpdates.Names };
        var batch = await api.SendRequest(poll, cancellationToken);
        if (batch.Length == 0)
            return null;

        // What has begun is finished even where the bot is being stopped: half a command is not taken back.
        await updates.HandleAsync(batch, botName, CancellationToken.None);
        _offset = batch.Max(IdOf) + 1;
        return null;
    }

    /// <summary>Tells the server what has been handled, so that the next start does not get it again.</summary>
    public async Task CloseAsync()
    {
        if (_offset is null || !holds.Has(TelegramPlatform.PlatformName))
            return;

        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            await api.SendRequest(new PollRequest { Offset = _offset, Limit = 1, Timeout = 0 }, patience.Token);
        }
        catch (Exception failure) when (failure is TelegramFailure or OperationCanceledException)
        {
            Log.NotConfirmed(logger, failure.Message);
        }
    }

    private static int IdOf(JsonElement update) => update.GetProperty("update_id").GetInt32();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The last updates were not confirmed: {Reason}")]
        public static partial void NotConfirmed(ILogger logger, string reason);
    }
}
