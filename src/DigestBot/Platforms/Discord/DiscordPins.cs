using System.Threading.Channels;
using DigestBot.Platforms.Discord.Rest;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms.Discord;

/// <summary>Pins what was sent, apart from the sending: a pin that fails or is lost costs nobody a digest.</summary>
internal sealed partial class DiscordPins(DiscordRest rest, ILogger<DiscordPins> logger) : BackgroundService
{
    private const int MostWaiting = 1000;

    private readonly Channel<(string Channel, string Message)> _waiting =
        Channel.CreateBounded<(string, string)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Add(string channel, string message) => _waiting.Writer.TryWrite((channel, message));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (channel, message) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await rest.SendAsync(RestRequest.Pin(channel, message), stoppingToken);
            }
            catch (DiscordFailure failure)
            {
                Log.NotPinned(logger, channel, failure.Reason);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Nothing was pinned in discord:{Channel}: {Reason}")]
        public static partial void NotPinned(ILogger logger, string channel, string reason);
    }
}
