using System.Globalization;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Platforms.Telegram.Rendering;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Puts answers on record; the dispatcher sends them. An update that comes twice is answered once.</summary>
internal sealed class TelegramReplies(IDeliveryLedger ledger, DeliverySignal signal, TimeProvider time)
{
    /// <summary>An answer that comes later than this would only puzzle.</summary>
    private static readonly TimeSpan Useful = TimeSpan.FromHours(1);

    /// <summary>
    /// What concerns the asker alone goes to their own conversation with the bot, without buttons, which would act there; the
    /// group is told where it went.
    /// </summary>
    public async Task AddForAskerAsync(int update, ChatId chat, long asker, Answer answer, CancellationToken cancellationToken)
    {
        await AddAsync(update, chat, new Message([(Words.TryFor(answer.Language) ?? Words.Indonesian).Paragraph("Telegram_InPrivate")]), cancellationToken);
        await AddAsync(update, TelegramAddresses.Chat(asker), answer.Message with { Buttons = [] }, cancellationToken, "/asker");
    }

    public async Task AddAsync(int update, ChatId chat, Message message, CancellationToken cancellationToken, string which = "")
    {
        var parts = TelegramRenderer.Render(message).Select(part => part.Write()).ToArray();
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
}

/// <summary>The ledger could not take an answer: the update is to be handled again.</summary>
internal sealed class NotOnRecordException(Exception cause) : Exception("the ledger did not take an answer", cause);
