using System.Globalization;
using DigestBot.Chats;
using DigestBot.Platforms.Telegram.Api;
using DigestBot.Platforms.Telegram.Rendering;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Telegram;

/// <summary>Telegram, seen from the sending side.</summary>
internal sealed partial class TelegramPlatform(
    TelegramApi api,
    TelegramButtons buttons,
    TelegramPins pins,
    IOptions<TelegramOptions> options,
    ILogger<TelegramPlatform> logger) : IChatPlatform
{
    /// <summary>The <see cref="ChatId.Platform"/> of its chats.</summary>
    public const string PlatformName = "telegram";

    public string Name => PlatformName;

    public SendLimits Limits { get; } = new()
    {
        PerSecond = options.Value.PaidBroadcast ? 1000 : 30,
        ChatInterval = TimeSpan.FromSeconds(1),
        GroupPerMinute = 20,
    };

    /// <summary>Ids of people are positive, those of groups and channels negative.</summary>
    public bool IsGroup(ChatId chat) => chat.Chat.StartsWith('-');

    public IReadOnlyList<string> Render(Message message) => [.. TelegramRenderer.Render(message).Select(part => part.Write())];

    public async Task<SendOutcome> SendAsync(ChatId chat, string part, string nonce, CancellationToken cancellationToken)
    {
        if (TelegramPart.TryRead(part) is not { } content)
            return new SendOutcome.Refused("no part that this version of the bot can read");

        var outcome = await TrySendAsync(chat, content, cancellationToken);
        if (content.Entities is null || outcome is not SendOutcome.Refused refused || !TelegramOutcomes.IsAboutMarkup(refused))
            return outcome;

        Log.MarkupRefused(logger, nonce, refused.Reason);
        return await TrySendAsync(chat, content with { Entities = null }, cancellationToken);
    }

    private async Task<SendOutcome> TrySendAsync(ChatId chat, TelegramPart part, CancellationToken cancellationToken)
    {
        try
        {
            var request = new SendPartRequest(chat, part, buttons, options.Value.PaidBroadcast);
            var message = await api.SendRequest(request, cancellationToken);
            if (message.MessageId == 0)
                return new SendOutcome.Unknown("an answer without a message id");

            if (part.Pin)
                pins.Add(chat, message.MessageId);
            return new SendOutcome.Sent(message.MessageId.ToString(CultureInfo.InvariantCulture));
        }
        catch (TelegramFailure failure)
        {
            return TelegramOutcomes.Of(failure, chat);
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome.Later(null, LaterScope.Chat, "stopped before it was sent");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Telegram refused the styles of delivery {Delivery}, its text goes plain: {Reason}")]
        public static partial void MarkupRefused(ILogger logger, string delivery, string reason);
    }
}
