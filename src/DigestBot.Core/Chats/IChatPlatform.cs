namespace DigestBot.Chats;

/// <summary>
/// A place where chats live, seen from the sending side. Receiving is in no contract: each platform runs its own
/// background service and hands what people typed to the command dispatcher.
/// </summary>
public interface IChatPlatform
{
    /// <summary>Lower case, the <see cref="ChatId.Platform"/> of its chats.</summary>
    string Name { get; }

    /// <summary>How fast it may be sent to.</summary>
    SendLimits Limits { get; }

    /// <summary>Whether the platform's limit for groups counts for this chat.</summary>
    bool IsGroup(ChatId chat);

    /// <summary>
    /// Turns a message into the platform's own form, split into as many parts as its limits ask for; each part is text that
    /// <see cref="SendAsync"/> takes. Pure, and the same for every chat: it is done once for all that get the message.
    /// </summary>
    IReadOnlyList<string> Render(Message message);

    /// <summary>
    /// Sends one part once. Every failure that can be foreseen is an outcome, not an exception. One call is at most one request
    /// that posts, two only where the first was definitely refused and the same goes in another form: without its markup, or to
    /// a forum as a new post.
    /// </summary>
    /// <param name="chat">Where to.</param>
    /// <param name="part">One of the parts that <see cref="Render"/> made.</param>
    /// <param name="nonce">The same for every attempt at one delivery, at most 25 characters; platforms that can, refuse its second use.</param>
    /// <param name="cancellationToken">Cancelled before the bytes leave: <see cref="SendOutcome.Later"/>; after: <see cref="SendOutcome.Unknown"/>.</param>
    Task<SendOutcome> SendAsync(ChatId chat, string part, string nonce, CancellationToken cancellationToken);
}
