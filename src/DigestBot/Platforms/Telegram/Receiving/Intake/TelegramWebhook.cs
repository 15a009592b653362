using DigestBot.Platforms.Telegram.Api;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot.Requests;

namespace DigestBot.Platforms.Telegram.Receiving.Intake;

/// <summary>Has updates pushed, and asks now and then whether Telegram gets through with them.</summary>
internal sealed partial class TelegramWebhook(
    TelegramApi api,
    TelegramUpdates updates,
    WebhookQueue queue,
    IOptions<TelegramOptions> telegram,
    IOptions<WebhookOptions> options,
    TimeProvider time,
    ILogger<TelegramWebhook> logger) : ITelegramIntake
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(1);

    private readonly string _url = options.Value.Url!.AbsoluteUri;
    private bool _isChecked;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await api.SendRequest(
            new SetWebhookRequest { Url = _url, SecretToken = WebhookOptions.SecretOf(telegram.Value.Token), AllowedUpdates = WantedUpdates.Types },
            cancellationToken);
        Log.Opened(logger, _url);
    }

    public async Task<string?> HearAsync(string botName, CancellationToken cancellationToken)
    {
        // At the start nobody may have anything to say for long: whether Telegram gets through is known without.
        var batch = await queue.TakeAsync(_isChecked ? CheckEvery : TimeSpan.Zero, time, cancellationToken);
        _isChecked = true;
        if (batch.Count == 0)
            return await CheckAsync(cancellationToken);

        var handled = false;
        try
        {
            // What has begun is finished even where the bot is being stopped: half a command is not taken back.
            await updates.HandleAsync([.. batch.Select(pushed => pushed.Update)], botName, CancellationToken.None);
            handled = true;
        }
        finally
        {
            foreach (var pushed in batch)
                pushed.Handled.TrySetResult(handled);
        }

        return null;
    }

    /// <summary>The address stays: what comes while the bot is away is pushed when it is back.</summary>
    public Task CloseAsync()
    {
        queue.Close();
        return Task.CompletedTask;
    }

    private async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        var shown = await api.SendRequest(new GetWebhookInfoRequest(), cancellationToken);
        if (shown.Url != _url)
        {
            Log.Replaced(logger);
            await OpenAsync(cancellationToken);
        }

        return shown is { PendingUpdateCount: > 0, LastErrorMessage: { Length: > 0 } reason } ? $"Telegram can't reach the webhook: {reason}" : null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Telegram pushes updates to {Url}")]
        public static partial void Opened(ILogger logger, string url);

        [LoggerMessage(LogLevel.Warning, "Somebody has set another webhook or none; it is set anew. Is the bot running twice?")]
        public static partial void Replaced(ILogger logger);
    }
}
