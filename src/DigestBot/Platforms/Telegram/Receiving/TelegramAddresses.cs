using System.Globalization;
using DigestBot.Chats;
using Telegram.Bot.Types.Enums;
using TelegramMessage = Telegram.Bot.Types.Message;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Where things happen.</summary>
internal static class TelegramAddresses
{
    public static ChatId Chat(long id) => new(TelegramPlatform.PlatformName, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// The chat and, in a forum, the topic. Outside forums a thread id only says what is replied to: such a message belongs
    /// to the chat.
    /// </summary>
    public static ChatId ChatOf(TelegramMessage message) => Chat(message.Chat.Id) with
    {
        Thread = message is { IsTopicMessage: true, MessageThreadId: { } topic } ? topic.ToString(CultureInfo.InvariantCulture) : null,
    };

    public static bool IsPrivate(TelegramMessage message) => message.Chat.Type == ChatType.Private;

    public static bool IsChannel(TelegramMessage message) => message.Chat.Type == ChatType.Channel;

    /// <summary>What opens the private chat of whoever taps it, and asks there: https://core.telegram.org/bots/features#deep-linking.</summary>
    public static string LinkTo(string botName, string parameter) => $"https://t.me/{botName}?start={parameter}";
}
