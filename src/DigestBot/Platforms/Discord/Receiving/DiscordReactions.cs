using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Platforms.Discord.Gateway;

namespace DigestBot.Platforms.Discord.Receiving;

/// <summary>Reads reactions to messages.</summary>
internal sealed class DiscordReactions(Reactions reactions, IForumPostStore posts)
{
    /// <summary>Whether it may say anything of an article: most do not.</summary>
    public static bool Counts(ReactionEvent reaction) =>
        reaction.Member?.User?.Bot != true && reaction.Emoji is { Id: null, Name: { } sign } && Reactions.Counts(sign);

    public async Task HandleAsync(ReactionEvent reaction, bool isAdded, CancellationToken cancellationToken)
    {
        if (reaction is not { ChannelId: { Length: > 0 } channel, MessageId: { Length: > 0 } message, UserId: { Length: > 0 } user }
            || !Counts(reaction)
            || reaction.Emoji is not { Name: { } sign })
            return;

        var chat = DiscordPlatform.Chat(channel);
        var owner = await posts.OwnerAsync(chat, cancellationToken);

        var (before, after) = isAdded ? (Array.Empty<string>(), new[] { sign }) : ([sign], []);
        await reactions.ChangeAsync(new PostedMessage(chat, message) { Forum = owner?.Forum }, user, before, after, cancellationToken);
    }
}
