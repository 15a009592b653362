using System.Threading.Channels;
using DigestBot.Chats;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms;

/// <summary>
/// Pins what was sent and takes the bot's earlier pins off, apart from the sending: a pin that fails or is lost costs nobody a
/// digest. What could not be taken off now is tried with the next pin.
/// </summary>
internal sealed partial class PinBoard<TPins>(TPins pins, IPinStore store, ILogger<PinBoard<TPins>> logger) : BackgroundService
    where TPins : IPins
{
    private const int MostWaiting = 1000;

    private readonly Channel<(ChatId Chat, string Message)> _waiting =
        Channel.CreateBounded<(ChatId, string)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Add(ChatId chat, string message) => _waiting.Writer.TryWrite((chat, message));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (chat, message) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await ReplaceAsync(chat, message, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.Failed(logger, failure, chat);
            }
        }
    }

    /// <summary>On record before it is pinned: a bot that dies in between still takes it off one day.</summary>
    private async Task ReplaceAsync(ChatId chat, string message, CancellationToken cancellationToken)
    {
        await store.AddAsync(chat, message, cancellationToken);
        if (await pins.PinAsync(chat, message, cancellationToken) is { } refused)
        {
            Log.NotPinned(logger, chat, refused.Reason);
            if (refused.IsFinal)
                await store.RemoveAsync(chat, message, cancellationToken);
            return;
        }

        foreach (var earlier in await store.OthersAsync(chat, message, cancellationToken))
        {
            var kept = await pins.UnpinAsync(chat, earlier, cancellationToken);
            if (kept is not null)
                Log.NotTakenOff(logger, chat, kept.Reason);
            if (kept is null or { IsFinal: true })
                await store.RemoveAsync(chat, earlier, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Nothing was pinned in {Chat}: {Reason}")]
        public static partial void NotPinned(ILogger logger, ChatId chat, string reason);

        [LoggerMessage(LogLevel.Information, "An earlier pin in {Chat} was not taken off: {Reason}")]
        public static partial void NotTakenOff(ILogger logger, ChatId chat, string reason);

        [LoggerMessage(LogLevel.Error, "Pinning in {Chat} failed")]
        public static partial void Failed(ILogger logger, Exception failure, ChatId chat);
    }
}
