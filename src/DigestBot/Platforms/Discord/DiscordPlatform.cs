using DigestBot.Chats;
using DigestBot.Platforms.Discord.Rendering;
using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord;

/// <summary>Discord, seen from the sending side.</summary>
internal sealed class DiscordPlatform(DiscordRest rest, PinBoard<DiscordPins> pins) : IChatPlatform
{
    /// <summary>The <see cref="ChatId.Platform"/> of its chats.</summary>
    public const string PlatformName = "discord";

    public string Name => PlatformName;

    /// <summary>What a channel takes is learnt from the answers; how long a nonce is known is published as "a few minutes".</summary>
    public SendLimits Limits { get; } = new() { PerSecond = 50, NonceWindow = TimeSpan.FromMinutes(2) };

    /// <summary>There is no limit for servers beside those of channels.</summary>
    public bool IsGroup(ChatId chat) => false;

    /// <summary>A chat is a channel, a thread, a forum post or a conversation: all of them are channels to the API.</summary>
    public static ChatId Chat(string channel) => new(PlatformName, channel);

    public IReadOnlyList<string> Render(Message message) => [.. DiscordRenderer.Render(message).Select(part => part.Write())];

    public async Task<SendOutcome> SendAsync(ChatId chat, string part, string nonce, CancellationToken cancellationToken)
    {
        if (DiscordPart.TryRead(part) is not { } content)
            return new SendOutcome.Refused("no part that this version of the bot can read");

        var request = RestRequest.CreateMessage(chat.Chat, MessageBody.Of(content, nonce));
        if (rest.HeldBackNow(request) is { } held)
            return new SendOutcome.Later(held.Delay, held.IsLane ? LaterScope.Lane : LaterScope.Chat, held.Reason);

        try
        {
            if (await rest.SendAsync(request, DiscordJson.Wire.MessageAnswer, cancellationToken) is not { Id: { Length: > 0 } id })
                return new SendOutcome.Unknown("an answer without a message id");

            if (content.Pin == true)
                pins.Add(chat, id);
            return new SendOutcome.Sent(id);
        }
        catch (DiscordFailure failure)
        {
            return DiscordOutcomes.Of(failure);
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome.Later(null, LaterScope.Chat, "stopped before it was sent");
        }
    }
}
