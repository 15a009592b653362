using DigestBot.Chats;
using DigestBot.Platforms.Discord.Rendering;
using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord;

/// <summary>Posts a message to a channel, a thread, a forum's post or a conversation: all of them are channels to the API.</summary>
internal sealed class DiscordMessages(DiscordRest rest, PinBoard<DiscordPins> pins)
{
    /// <summary>Throws <see cref="DiscordFailure"/> where it was not taken.</summary>
    public async Task<SendOutcome> SendAsync(string channel, DiscordPart part, string nonce, CancellationToken cancellationToken)
    {
        var request = RestRequest.CreateMessage(channel, MessageBody.Of(part, nonce));
        if (HeldBack(request) is { } later)
            return later;

        if (await rest.SendAsync(request, DiscordJson.Wire.MessageAnswer, cancellationToken) is not { Id: { } id } || SnowflakeTime.Of(id) is null)
            return new SendOutcome.Unknown("an answer without a message id");

        if (part.Pin == true)
            pins.Add(DiscordPlatform.Chat(channel), id);
        return new SendOutcome.Sent(id);
    }

    /// <summary>What is said where the call would have to wait; null where it may go at once.</summary>
    public SendOutcome.Later? HeldBack(RestRequest request) => rest.HeldBackNow(request) is { } held
        ? new SendOutcome.Later(held.Delay, held.IsLane ? LaterScope.Lane : LaterScope.Chat, held.Reason)
        : null;
}
