using System.Globalization;
using System.Threading.Channels;
using DigestBot.Chats;
using DigestBot.Platforms.Telegram.Api;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;

namespace DigestBot.Platforms.Telegram;

/// <summary>Pins what was sent, apart from the sending: a pin that fails or is lost costs nobody a digest.</summary>
internal sealed partial class TelegramPins(TelegramApi api, ILogger<TelegramPins> logger) : BackgroundService
{
    private const int MostWaiting = 1000;

    private readonly Channel<(ChatId Chat, int Message)> _waiting =
        Channel.CreateBounded<(ChatId, int)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Add(ChatId chat, int message) => _waiting.Writer.TryWrite((chat, message));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (chat, message) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                var id = long.Parse(chat.Chat, CultureInfo.InvariantCulture);
                await api.SendRequest(new PinChatMessageRequest { ChatId = id, MessageId = message, DisableNotification = true }, stoppingToken);
            }
            catch (TelegramFailure failure)
            {
                Log.NotPinned(logger, chat, failure.Reason);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Nothing was pinned in {Chat}: {Reason}")]
        public static partial void NotPinned(ILogger logger, ChatId chat, string reason);
    }
}
