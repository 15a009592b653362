using System.Threading.Channels;
using DigestBot.Chats;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms;

/// <summary>
/// Pins what was sent and takes the bot's earlier pins off, apart from the sending: a pin that fails or is lost costs nobody a
/// digest. What could not be taken off now is tried with the next pin.
/// </summary>
internal sealed partial class PinBoard<TPins>(TPins pins, IPinStore store, TimeProvider time, ILogger<PinBoard<TPins>> logger) : BackgroundService
    where TPins : IPins
{
    private const int MostWaiting = 10_000;
    private const int MostTries = 3;

    private readonly Channel<(ChatId Chat, string Message)> _waiting = Channel.CreateBounded<(ChatId, string)>(MostWaiting);
    private int _leftOut;

    public void Add(ChatId chat, string message)
    {
        if (!_waiting.Writer.TryWrite((chat, message)))
            Interlocked.Increment(ref _leftOut);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (chat, message) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (Interlocked.Exchange(ref _leftOut, 0) is > 0 and var count)
                    Log.LeftOut(logger, count);
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
        if (await TryAsync(() => pins.PinAsync(chat, message, cancellationToken), cancellationToken) is { } refused)
        {
            Log.NotPinned(logger, chat, refused.Reason);
            if (refused.IsFinal)
                await store.RemoveAsync(chat, message, cancellationToken);
            return;
        }

        foreach (var earlier in await store.OthersAsync(chat, message, cancellationToken))
        {
            var kept = await TryAsync(() => pins.UnpinAsync(chat, earlier, cancellationToken), cancellationToken);
            if (kept is not null)
                Log.NotTakenOff(logger, chat, kept.Reason);
            if (kept is null or { IsFinal: true })
                await store.RemoveAsync(chat, earlier, cancellationToken);
        }
    }

    /// <summary>A platform that says when to ask again is asked again then: a broadcast's pins are more than it takes at once.</summary>
    private async Task<PinFailure?> TryAsync(Func<Task<PinFailure?>> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var failure = await change();
            if (failure?.RetryAfter is not { } wait || tries == MostTries)
                return failure;

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Count} digests were not pinned: more were sent than can be pinned meanwhile")]
        public static partial void LeftOut(ILogger logger, int count);

        [LoggerMessage(LogLevel.Information, "Nothing was pinned in {Chat}: {Reason}")]
        public static partial void NotPinned(ILogger logger, ChatId chat, string reason);

        [LoggerMessage(LogLevel.Information, "An earlier pin in {Chat} was not taken off: {Reason}")]
        public static partial void NotTakenOff(ILogger logger, ChatId chat, string reason);

        [LoggerMessage(LogLevel.Error, "Pinning in {Chat} failed")]
        public static partial void Failed(ILogger logger, Exception failure, ChatId chat);
    }
}
