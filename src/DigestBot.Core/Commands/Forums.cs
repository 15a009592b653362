using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>
/// Forums as chats. A forum itself can't be written in: each of its posts stands for it, once somebody who manages it has said so
/// in one.
/// </summary>
public sealed class Forums(ISubscriptionStore store, IEnumerable<IManagedChats> platforms)
{
    /// <summary>The request as one in the forum, where it was asked in a post that stands for its forum.</summary>
    internal async Task<CommandRequest> StandInAsync(CommandRequest request, CancellationToken cancellationToken) =>
        await StandsForAsync(request.Parent, cancellationToken) is { } forum ? request with { Chat = forum, Post = request.Chat } : request;

    /// <summary>The same for an argument that is being typed.</summary>
    internal async Task<SuggestionRequest> StandInAsync(SuggestionRequest request, CancellationToken cancellationToken) =>
        await StandsForAsync(request.Parent, cancellationToken) is { } forum ? request with { Chat = forum } : request;

    /// <summary>Whether each of its posts stands for the forum.</summary>
    internal async Task<bool> IsStoodForAsync(ChatId forum, CancellationToken cancellationToken) => (await store.GetChatAsync(forum, cancellationToken)).Forum;

    /// <summary>
    /// From now on the post where it is asked stands for its forum, as do all others of it: what the post has chosen is the
    /// forum's. False where it is no post of a forum that the asker manages.
    /// </summary>
    internal async Task<bool> BeginAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.Parent is not { } parent || platforms.FirstOrDefault(platform => platform.Platform == parent.Platform) is not { } platform ||
            await platform.FindAsync(parent.Chat, request.User, cancellationToken) is not { IsForum: true } forum)
            return false;

        await MoveAsync(request.Chat, forum.Chat, isForum: true, cancellationToken);
        return true;
    }

    /// <summary>From now on the post stands for itself, and what the forum has chosen is the post's.</summary>
    internal Task EndAsync(ChatId forum, ChatId post, CancellationToken cancellationToken) => MoveAsync(forum, post, isForum: false, cancellationToken);

    private async Task<ChatId?> StandsForAsync(ChatId? parent, CancellationToken cancellationToken) =>
        parent is { } forum && await IsStoodForAsync(forum, cancellationToken) ? forum : null;

    /// <summary>Settings before subscriptions: broken off in between, nothing is lost, and it can be said again.</summary>
    private async Task MoveAsync(ChatId from, ChatId to, bool isForum, CancellationToken cancellationToken)
    {
        var settings = await store.GetChatAsync(to, cancellationToken);
        if (settings == new ChatSettings { Chat = to })
            settings = await store.GetChatAsync(from, cancellationToken) with { Chat = to };
        await store.SaveChatAsync(settings with { Forum = isForum }, cancellationToken);
        await store.MoveChatAsync(from, to, cancellationToken);
    }
}
