using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Platforms.Discord.Gateway;

namespace DigestBot.Platforms.Discord.Receiving;

/// <summary>Reads reactions to messages, one after another: what was put on and taken away at once must not change places.</summary>
internal sealed class DiscordReactions(Reactions reactions)
{
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;

    public Task HandleAsync(ReactionEvent reaction, bool isAdded, CancellationToken cancellationToken)
    {
        lock (_gate)
            return _last = HandleAfterAsync(_last, reaction, isAdded, cancellationToken);
    }

    private async Task HandleAfterAsync(Task last, ReactionEvent reaction, bool isAdded, CancellationToken cancellationToken)
    {
        // Who began the other one is told of its failure.
        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (reaction is not { ChannelId: { Length: > 0 } channel, MessageId: { Length: > 0 } message, UserId: { Length: > 0 } user }
            || reaction.Member?.User?.Bot == true
            || reaction.Emoji is not { Id: null, Name: { } sign })
            return;

        var (before, after) = isAdded ? (Array.Empty<string>(), new[] { sign }) : ([sign], []);
        await reactions.ChangeAsync(new PostedMessage(DiscordPlatform.Chat(channel), message), user, before, after, cancellationToken);
    }
}
