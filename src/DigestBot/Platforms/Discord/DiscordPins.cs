using DigestBot.Chats;
using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord;

/// <summary>Pins in channels; the bot needs the permission Pin Messages.</summary>
internal sealed class DiscordPins(DiscordRest rest) : IPins
{
    public Task<PinFailure?> PinAsync(ChatId chat, string message, CancellationToken cancellationToken) =>
        TryAsync(RestRequest.Pin(HttpMethod.Put, chat.Chat, message), cancellationToken);

    public Task<PinFailure?> UnpinAsync(ChatId chat, string message, CancellationToken cancellationToken) =>
        TryAsync(RestRequest.Pin(HttpMethod.Delete, chat.Chat, message), cancellationToken);

    private async Task<PinFailure?> TryAsync(RestRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await rest.SendAsync(request, cancellationToken);
            return null;
        }
        catch (DiscordFailure failure)
        {
            return new PinFailure(failure.Reason, failure is { Code: not null, Status: 400 or 403 or 404 });
        }
    }
}
