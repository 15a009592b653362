using DigestBot.Chats;
using DigestBot.Platforms.Discord.Rendering;
using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord.Forums;

/// <summary>
/// Posts to forums: into the post that the article has where that is open, else as a new one. Discord takes no nonce for a new
/// post, so each is put on record before it is made, and one whose answer never came is looked for before it is made again.
/// </summary>
internal sealed class ForumSender(DiscordRest rest, ForumChannels forums, DiscordMessages messages, IForumPostStore posts, TimeProvider time)
{
    private const int TagRequired = 40067;

    /// <summary>Whether a part goes into a post of its own as far as can be told without asking.</summary>
    public bool Concerns(ChatId chat, DiscordPart part) => part.Post is not null || forums.IsKnown(chat.Chat);

    /// <summary>Throws <see cref="DiscordFailure"/> where it was not taken.</summary>
    public async Task<SendOutcome> SendAsync(ChatId chat, DiscordPart part, string nonce, CancellationToken cancellationToken)
    {
        if (await forums.FindAsync(chat.Chat, cancellationToken) is not { } forum)
            return await messages.SendAsync(chat.Chat, part, nonce, cancellationToken);

        var post = part.Post ?? PostFor(part, nonce);
        var place = await posts.FindAsync(chat, post.Article, cancellationToken);
        if (place is { Post: null } && await FindPostAsync(forum, post, place, cancellationToken) is { } found)
        {
            var begunBy = place.Nonce;
            await posts.SaveAsync(chat, post.Article, place = place with { Post = found }, cancellationToken);
            if (begunBy == nonce)
                return new SendOutcome.Sent(found);
        }

        return place is { Post: { } open } && await TryGoOnAsync(open, part, nonce, cancellationToken) is { } outcome
            ? outcome
            : await BeginAsync(chat, forum, post, part, place, nonce, cancellationToken);
    }

    /// <summary>The post that an attempt without an answer has made, as far as can be told; one that another article has is its own.</summary>
    private async Task<string?> FindPostAsync(ForumChannel forum, PartPost post, ForumPlace place, CancellationToken cancellationToken)
    {
        foreach (var found in await forums.FindPostsAsync(forum, post.Name, place.BegunAt, cancellationToken))
        {
            if (await posts.OwnerAsync(DiscordPlatform.Chat(found), cancellationToken) is null)
                return found;
        }

        return null;
    }

    /// <summary>Null where the post was definitely closed to it: deleted, archived or locked.</summary>
    private async Task<SendOutcome?> TryGoOnAsync(string open, DiscordPart part, string nonce, CancellationToken cancellationToken)
    {
        try
        {
            return await messages.SendAsync(open, part with { Pin = null }, nonce, cancellationToken);
        }
        catch (DiscordFailure failure) when (failure.Code is 10003 or 50083 or 160005)
        {
            return null;
        }
    }

    private async Task<SendOutcome> BeginAsync(
        ChatId chat, ForumChannel forum, PartPost post, DiscordPart part, ForumPlace? before, string nonce, CancellationToken cancellationToken)
    {
        var body = new ThreadBody(post.Name, forum.TagsFor(post.Topic), MessageBody.Opening(part));
        var request = RestRequest.CreateThread(forum.Id, body.Write());
        if (messages.HeldBack(request) is { } later)
            return later;

        // An attempt whose answer never came stays on record, with its own time, until the post is there.
        var isAgain = before is { Post: null } && before.Nonce == nonce;
        var place = isAgain ? before! : new ForumPlace(null, nonce, time.GetUtcNow());
        await posts.SaveAsync(chat, post.Article, place, cancellationToken);
        try
        {
            if (await rest.SendAsync(request, DiscordJson.Wire.MessageAnswer, cancellationToken) is not { Id: { } id } || SnowflakeTime.Of(id) is null)
                return new SendOutcome.Unknown("an answer without the id of the post");

            await RememberAsync(chat, post, place with { Post = id }, goesOn: (part.Post ?? (object?)part.Whole) is not null, cancellationToken);
            return new SendOutcome.Sent(id);
        }
        catch (DiscordFailure refused) when (!refused.MayHaveArrived)
        {
            if (refused.Code == TagRequired)
                forums.Forget(forum.Id);
            if (!isAgain)
                await posts.RemoveAsync(chat, post.Article, cancellationToken);
            throw;
        }
    }

    private Task RememberAsync(ChatId chat, PartPost post, ForumPlace place, bool goesOn, CancellationToken cancellationToken) =>
        goesOn ? posts.SaveAsync(chat, post.Article, place, cancellationToken) : posts.RemoveAsync(chat, post.Article, cancellationToken);

    /// <summary>What is about no article, such as an announcement, gets a post that is called as it begins, for all its parts.</summary>
    private static PartPost PostFor(DiscordPart part, string nonce)
    {
        var beginning = part.Content ?? part.Embeds?[0].Title ?? part.Embeds?[0].Description ?? "";
        return new PartPost(part.Whole is { } whole ? $"message {whole}" : $"delivery {nonce}", DiscordRenderer.PostName(beginning.Split('\n', 2)[0]), "");
    }
}
