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
    PinBoard<TelegramPins> pins,
    RichLatch rich,
    IOptions<TelegramOptions> options,
    ILogger<TelegramPlatform> logger) : IChatPlatform
{
    /// <summary>The <see cref="ChatId.Platform"/> of its chats.</summary>
    public const string PlatformName = "telegram";

    private readonly TelegramParts _parts = new(options.Value.PaidBroadcast);

    public string Name => PlatformName;

    public SendLimits Limits { get; } = new()
    {
        PerSecond = options.Value.PaidBroadcast ? 1000 : 30,
        ChatInterval = TimeSpan.FromSeconds(1),
        GroupPerMinute = 20,
        // A thousand a second at 57 ms each, and what is being put on record before and after.
        InFlight = options.Value.PaidBroadcast ? 144 : 96,
    };

    /// <summary>Ids of people are positive, those of groups and channels negative.</summary>
    public bool IsGroup(ChatId chat) => chat.Chat.StartsWith('-');

    public IReadOnlyList<string> Render(Message message) => [.. TelegramRenderer.Render(message).Select(part => part.Write())];

    public async Task<SendOutcome> SendAsync(ChatId chat, string part, string nonce, CancellationToken cancellationToken)
    {
        if (_parts.TryRead(part) is not { } read)
            return new SendOutcome.Refused("no part that this version of the bot can read");

        if (read.Content.Rich is not null && !read.IsRichRefused && rich.IsOpen && await TryRichAsync(chat, read, nonce, cancellationToken) is { } sent)
            return sent;

        var outcome = await TrySendAsync(chat, read.Plain, cancellationToken);
        if (read.Content.Entities is null || outcome is not SendOutcome.Refused refused || !TelegramOutcomes.IsAboutMarkup(refused))
            return outcome;

        Log.MarkupRefused(logger, nonce, refused.Reason);
        return await TrySendAsync(chat, read.Bare, cancellationToken);
    }

    /// <summary>Null where the rich form was definitely not taken: the same goes plain.</summary>
    private async Task<SendOutcome?> TryRichAsync(ChatId chat, ReadPart part, string nonce, CancellationToken cancellationToken)
    {
        var outcome = await TrySendAsync(chat, part, cancellationToken);
        switch (outcome)
        {
            case SendOutcome.Refused refused:
                // The other chats that get the same would have it refused too.
                part.IsRichRefused = true;
                Log.RichRefused(logger, nonce, refused.Reason);
                return null;
            case SendOutcome.Halted halted:
                // No such method: an older server. A token that is not taken says so with the plain message too.
                rich.Close();
                Log.NoRichMethod(logger, nonce, halted.Reason);
                return null;
            default:
                return outcome;
        }
    }

    private async Task<SendOutcome> TrySendAsync(ChatId chat, ReadPart part, CancellationToken cancellationToken)
    {
        try
        {
            var message = await api.SendRequest(new SendPartRequest(chat, part, buttons), cancellationToken);
            if (message.MessageId == 0)
                return new SendOutcome.Unknown("an answer without a message id");

            var id = message.MessageId.ToString(CultureInfo.InvariantCulture);
            if (part.Content.Pin)
                pins.Add(chat, id);
            return new SendOutcome.Sent(id);
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
        [LoggerMessage(LogLevel.Warning, "Telegram refused the rich form of delivery {Delivery}, so this digest goes plain: {Reason}")]
        public static partial void RichRefused(ILogger logger, string delivery, string reason);

        [LoggerMessage(LogLevel.Warning, "Telegram's server takes no rich form (delivery {Delivery}), so all digests go plain for a while: {Reason}")]
        public static partial void NoRichMethod(ILogger logger, string delivery, string reason);

        [LoggerMessage(LogLevel.Error, "Telegram refused the styles of delivery {Delivery}, its text goes plain: {Reason}")]
        public static partial void MarkupRefused(ILogger logger, string delivery, string reason);
    }
}
