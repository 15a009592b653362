using System.Globalization;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Platforms.Telegram.Rendering;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>
/// Puts answers on record; the dispatcher sends them. An update that comes twice is answered once. An answer that is to leave no
/// record goes at once, and is lost where Telegram does not take it. A file goes at once too, past the ledger, whose parts are texts:
/// it is sent again with an update that comes twice, and where nobody can tell whether it arrived, what it says goes on record.
/// </summary>
internal sealed partial class TelegramReplies(
    IDeliveryLedger ledger, IEnumerable<IChatPlatform> platforms, TelegramFiles files, DeliverySignal signal, TimeProvider time, ILogger<TelegramReplies> logger)
{
    /// <summary>An answer that comes later than this would only puzzle.</summary>
    private static readonly TimeSpan Useful = TimeSpan.FromHours(1);

    /// <summary>The chat's next command waits for what goes at once.</summary>
    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(30);

    /// <summary>
    /// What concerns the asker alone goes to their own conversation with the bot. The group is told where it went, with a button
    /// that opens it there for whoever the bot can't write to: who has not started it, or writes in the group's name.
    /// </summary>
    public async Task AddForAskerAsync(int update, ChatId chat, long? asker, Answer answer, string botName, CancellationToken cancellationToken)
    {
        var words = Words.TryFor(answer.Language) ?? Words.Indonesian;
        var told = TelegramRenderer.Render(new Message([words.Paragraph("Telegram_InPrivate")]))
            .Select(part => part with { Link = new TelegramLink(words["Button_InPrivate"], TelegramPreviews.LinkTo(chat, botName)) });
        await AddAsync(update, chat, [.. told], cancellationToken);
        if (asker is { } person)
            await AddAsync(update, TelegramAddresses.Chat(person), TelegramRenderer.Render(TelegramPreviews.ForPrivate(answer.Message, chat)), cancellationToken, "/asker");
    }

    public async Task AnswerAsync(int update, ChatId chat, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.LeavesNoRecord)
            await SendAsync(chat, answer.Message, cancellationToken);
        else if (answer.File is not { } file || !await files.TrySendAsync(chat, file, cancellationToken))
            await AddAsync(update, chat, answer.Message, cancellationToken);
    }

    public Task AddAsync(int update, ChatId chat, Message message, CancellationToken cancellationToken) =>
        AddAsync(update, chat, TelegramRenderer.Render(message), cancellationToken);

    private async Task AddAsync(int update, ChatId chat, IReadOnlyList<TelegramPart> rendered, CancellationToken cancellationToken, string which = "")
    {
        var parts = rendered.Select(part => part.Write()).ToArray();
        if (parts.Length == 0)
            return;

        var now = time.GetUtcNow();
        var request = string.Create(CultureInfo.InvariantCulture, $"{TelegramPlatform.PlatformName}:{update}{which}");
        try
        {
            await ledger.EnqueueAsync(request, chat, Lane.Answer, parts, now, now + Useful, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new NotOnRecordException(failure);
        }

        signal.Wake();
    }

    private async Task SendAsync(ChatId chat, Message message, CancellationToken cancellationToken)
    {
        var telegram = platforms.Single(platform => platform.Name == TelegramPlatform.PlatformName);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestSend);
        foreach (var part in telegram.Render(message))
        {
            if (await telegram.SendAsync(chat, part, "", patience.Token) is not SendOutcome.Sent and var outcome)
                Log.NotSent(logger, outcome);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An answer that leaves no record was not sent: {Outcome}")]
        public static partial void NotSent(ILogger logger, SendOutcome outcome);
    }
}

/// <summary>The ledger could not take an answer: the update is to be handled again.</summary>
internal sealed class NotOnRecordException(Exception cause) : Exception("the ledger did not take an answer", cause);
