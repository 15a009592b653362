using System.Globalization;
using DigestBot.Chats;
using DigestBot.Platforms.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;

namespace DigestBot.Platforms.Telegram;

/// <summary>Pins without a sound; in groups and channels the bot needs the right to.</summary>
internal sealed class TelegramPins(TelegramApi api) : IPins
{
    public Task<PinFailure?> PinAsync(ChatId chat, string message, CancellationToken cancellationToken) => TryAsync(
        new PinChatMessageRequest { ChatId = Number(chat), MessageId = Id(message), DisableNotification = true }, cancellationToken);

    public Task<PinFailure?> UnpinAsync(ChatId chat, string message, CancellationToken cancellationToken) => TryAsync(
        new UnpinChatMessageRequest { ChatId = Number(chat), MessageId = Id(message) }, cancellationToken);

    private async Task<PinFailure?> TryAsync(IRequest<bool> request, CancellationToken cancellationToken)
    {
        try
        {
            await api.SendRequest(request, cancellationToken);
            return null;
        }
        catch (TelegramFailure failure)
        {
            return new PinFailure(failure.Reason, failure.Code is 400 or 403) { RetryAfter = failure.RetryAfter };
        }
    }

    private static long Number(ChatId chat) => long.Parse(chat.Chat, CultureInfo.InvariantCulture);

    private static int Id(string message) => int.Parse(message, CultureInfo.InvariantCulture);
}
