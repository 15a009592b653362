using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Platforms.Discord.Gateway;

namespace DigestBot.Platforms.Discord.Receiving;

/// <summary>Reads reactions to messages.</summary>
internal sealed class DiscordReactions(Reactions reactions)
{
    public async Task HandleAsync(ReactionEvent reaction, bool isAdded, CancellationToken cancellationToken)
    {
        if (reaction is not { ChannelId: { Length: > 0 } channel, MessageId: { Length: > 0 } message, UserId: { Length: > 0 } user }
            || reaction.Member?.User?.Bot == true
            || reaction.Emoji is not { Id: null, Name: { } sign })
            return;

        var (before, after) = isAdded ? (Array.Empty<string>(), new[] { sign }) : ([sign], []);
        await reactions.ChangeAsync(new PostedMessage(DiscordPlatform.Chat(channel), message), user, before, after, cancellationToken);
    }
}
