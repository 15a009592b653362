using DigestBot.Chats;
using DigestBot.Platforms.Discord.Forums;
using DigestBot.Platforms.Discord.Rendering;
using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord;

/// <summary>Discord, seen from the sending side.</summary>
internal sealed class DiscordPlatform(DiscordMessages messages, ForumSender forums) : IChatPlatform
{
    /// <summary>The <see cref="ChatId.Platform"/> of its chats.</summary>
    public const string PlatformName = "discord";

    /// <summary>
    /// Discord checks a nonce "in the past few minutes" (https://docs.discord.com/developers/resources/message#create-message).
    /// </summary>
    public static readonly TimeSpan NonceWindow = TimeSpan.FromMinutes(2);

    /// <summary>What Discord says of a message to a channel that holds none.</summary>
    private const int NotText = 50008;

    public string Name => PlatformName;

    /// <summary>What a channel takes is learnt from the answers; how long a nonce is known is published as "a few minutes".</summary>
    public SendLimits Limits { get; } = new() { PerSecond = 50, NonceWindow = NonceWindow };

    /// <summary>There is no limit for servers beside those of channels.</summary>
    public bool IsGroup(ChatId chat) => false;

    /// <summary>A chat is a channel, a thread, a forum post or a conversation: all of them are channels to the API.</summary>
    public static ChatId Chat(string channel) => new(PlatformName, channel);

    public IReadOnlyList<string> Render(Message message) => [.. DiscordRenderer.Render(message).Select(part => part.Write())];

    public async Task<SendOutcome> SendAsync(ChatId chat, string part, string nonce, CancellationToken cancellationToken)
    {
        if (DiscordPart.TryRead(part) is not { } content)
            return new SendOutcome.Refused("no part that this version of the bot can read");

        return await TryAsync(
            () => forums.Concerns(chat, content)
                ? forums.SendAsync(chat, content, nonce, cancellationToken)
                : SendToChannelAsync(chat, content, nonce, cancellationToken));
    }

    /// <summary>A channel that turns out to be a forum, where the bot did not know of it, gets a post.</summary>
    private async Task<SendOutcome> SendToChannelAsync(ChatId chat, DiscordPart part, string nonce, CancellationToken cancellationToken)
    {
        try
        {
            return await messages.SendAsync(chat.Chat, part, nonce, cancellationToken);
        }
        catch (DiscordFailure failure) when (failure.Code == NotText)
        {
            return await forums.SendAsync(chat, part, nonce, cancellationToken);
        }
    }

    private static async Task<SendOutcome> TryAsync(Func<Task<SendOutcome>> send)
    {
        try
        {
            return await send();
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
