using System.Globalization;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Monitoring;

/// <summary>
/// Tells the operator's chat of errors: the first at once, what follows within a while in one message that counts them. They
/// go over the ledger like every answer; where that is what fails, they wait for it.
/// </summary>
internal sealed partial class OperatorNotices(
    OperatorLog log,
    IOptions<OperatorsOptions> options,
    SubscriptionBook book,
    IEnumerable<IChatPlatform> platforms,
    IDeliveryLedger ledger,
    DeliverySignal signal,
    TimeProvider time,
    ILogger<OperatorNotices> logger) : BackgroundService
{
    private const int MostKinds = 10;
    private const int LongestLine = 300;

    /// <summary>A notice that comes later than this is history.</summary>
    private static readonly TimeSpan Useful = TimeSpan.FromHours(6);

    private readonly Dictionary<string, (BotError Error, int Times)> _untold = new(StringComparer.Ordinal);
    private int _beyond;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (ChatId.TryParse(options.Value.Chat) is not { } chat)
            return;

        if (platforms.FirstOrDefault(platform => platform.Name == chat.Platform) is not { } platform)
        {
            Log.NoPlatform(logger, chat);
            return;
        }

        while (await log.Errors.WaitToReadAsync(stoppingToken))
        {
            Collect();
            await TellAsync(chat, platform, stoppingToken);
            await Task.Delay(options.Value.NoticeInterval, time, stoppingToken);
            Collect();
            // What came meanwhile has waited long enough, and so has what could not be told.
            if (_untold.Count > 0)
            {
                await TellAsync(chat, platform, stoppingToken);
                await Task.Delay(options.Value.NoticeInterval, time, stoppingToken);
            }
        }
    }

    private void Collect()
    {
        while (log.Errors.TryRead(out var error))
        {
            if (_untold.TryGetValue(error.Kind, out var known))
                _untold[error.Kind] = (error, known.Times + 1);
            else if (_untold.Count < MostKinds)
                _untold[error.Kind] = (error, 1);
            else
                _beyond++;
        }
    }

    private async Task TellAsync(ChatId chat, IChatPlatform platform, CancellationToken cancellationToken)
    {
        try
        {
            var settings = await book.SettingsAsync(chat, cancellationToken);
            var words = Words.TryFor(settings.Language) ?? Words.Indonesian;
            var now = time.GetUtcNow();
            var request = string.Create(CultureInfo.InvariantCulture, $"notice:{now.ToUnixTimeMilliseconds()}:{Guid.NewGuid():N}");
            await ledger.EnqueueAsync(request, chat, Lane.Answer, platform.Render(MessageOf(words)), now, now + Useful, cancellationToken);
            _untold.Clear();
            _beyond = 0;
            signal.Wake();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotTold(logger, failure.Message);
        }
    }

    private Message MessageOf(Words words)
    {
        List<Block> blocks = [new TextBlock([new Span(words["Notice_Title"], SpanStyle.Bold)])];
        blocks.AddRange(_untold.Values.Select(item => new ItemBlock("•", [new Span(Line(item.Error, item.Times))])));
        if (_beyond > 0)
            blocks.Add(words.Paragraph("Notice_More", _beyond));
        return new Message([.. blocks, new FooterBlock(words["Notice_Foot"])]);
    }

    private static string Line(BotError error, int times)
    {
        var cause = error.Exception is { } thrown ? $" ({thrown.GetType().Name}: {thrown.Message.Split('\n')[0].TrimEnd()})" : "";
        var line = Labels.Short(error.Message + cause, LongestLine);
        return times == 1 ? line : string.Create(CultureInfo.InvariantCulture, $"{times}× {line}");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Nobody is told of errors: {Chat} is on a platform that is not set up")]
        public static partial void NoPlatform(ILogger logger, ChatId chat);

        [LoggerMessage(LogLevel.Warning, "The operator could not be told of errors, which is tried again: {Reason}")]
        public static partial void NotTold(ILogger logger, string reason);
    }
}
