using System.Globalization;
using DigestBot.Commands;
using DigestBot.Delivery;
using Telegram.Bot.Types;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>
/// Reads reactions to messages. Telegram tells of them in private chats, and in groups and channels where the bot is an
/// administrator; in channels it says how many there are and not whose.
/// </summary>
internal sealed class TelegramReactions(Reactions reactions)
{
    public Task ChangeAsync(MessageReactionUpdated change, CancellationToken cancellationToken)
    {
        // Who reacts in the name of a chat, as an administrator that stays anonymous does, has that chat's number.
        var by = change.User?.Id ?? change.ActorChat?.Id;
        return by is { } user
            ? reactions.ChangeAsync(
                PostOf(change.Chat, change.MessageId),
                user.ToString(CultureInfo.InvariantCulture),
                change.OldReaction.Select(SignOf),
                change.NewReaction.Select(SignOf),
                cancellationToken)
            : Task.CompletedTask;
    }

    public Task CountAsync(MessageReactionCountUpdated counts, CancellationToken cancellationToken) => reactions.CountAsync(
        PostOf(counts.Chat, counts.MessageId), [.. counts.Reactions.Select(count => (SignOf(count.Type), count.TotalCount))], cancellationToken);

    private static PostedMessage PostOf(Chat chat, int message) =>
        new(TelegramAddresses.Chat(chat.Id), message.ToString(CultureInfo.InvariantCulture));

    /// <summary>Pictures of one's own are nobody's thumbs.</summary>
    private static string SignOf(ReactionType reaction) => reaction is ReactionTypeEmoji { Emoji: { } sign } ? sign : "";
}
