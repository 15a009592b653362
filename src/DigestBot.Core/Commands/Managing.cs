using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>
/// Lets a private chat stand for another that its person manages. The right is asked for anew with every command: who lost it
/// manages nothing any more.
/// </summary>
public sealed class Managing(ISubscriptionStore store, IEnumerable<IManagedChats> platforms)
{
    /// <summary>Whether chats of the platform can be managed from elsewhere.</summary>
    internal bool IsPossibleOn(string platform) => Of(platform) is not null;

    /// <summary>What is managed from the chat; null for nothing but itself.</summary>
    internal Task<ManagedChat?> CurrentAsync(ChatId from, CancellationToken cancellationToken) => store.GetManagedAsync(from, cancellationToken);

    /// <summary>From now on the chat stands for the other; null where there is no such chat that the asker manages.</summary>
    internal async Task<ManagedChat?> BeginAsync(ChatId from, string wanted, string user, CancellationToken cancellationToken)
    {
        if (Of(from.Platform) is not { } platform || await platform.FindAsync(wanted, user, cancellationToken) is not { } found)
            return null;

        if (found.IsForum)
            await store.SaveChatAsync(await store.GetChatAsync(found.Chat, cancellationToken) with { Forum = true }, cancellationToken);
        await store.SetManagedAsync(from, found, cancellationToken);
        return found;
    }

    /// <summary>From now on the chat stands for itself.</summary>
    internal Task EndAsync(ChatId from, CancellationToken cancellationToken) => store.SetManagedAsync(from, null, cancellationToken);

    /// <summary>The request as one in the managed chat, which its person may be told about and change; null where nothing is managed.</summary>
    internal async Task<(ManagedChat Managed, CommandRequest Request)?> RedirectAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsPrivate || Of(request.Chat.Platform) is not { } platform || await CurrentAsync(request.Chat, cancellationToken) is not { } managed)
            return null;

        return (managed, request with
        {
            Chat = managed.Chat,
            IsPrivate = false,
            CanManage = async stop => await platform.ManagesAsync(managed.Chat, request.User, stop),
        });
    }

    /// <summary>The same for an argument that is being typed: what is offered comes from the chat that it will act on.</summary>
    internal async Task<SuggestionRequest> RedirectAsync(SuggestionRequest request, CancellationToken cancellationToken) =>
        Of(request.Chat.Platform) is { } platform && await CurrentAsync(request.Chat, cancellationToken) is { } managed
            && await platform.ManagesAsync(managed.Chat, request.User, cancellationToken)
            ? request with { Chat = managed.Chat }
            : request;

    private IManagedChats? Of(string platform) => platforms.FirstOrDefault(candidate => candidate.Platform == platform);
}
