using DigestBot.Chats;

namespace DigestBot.Platforms;

/// <summary>Pins and takes off on one platform. Null where it is done; a refusal is returned, never thrown.</summary>
internal interface IPins
{
    Task<PinFailure?> PinAsync(ChatId chat, string message, CancellationToken cancellationToken);

    Task<PinFailure?> UnpinAsync(ChatId chat, string message, CancellationToken cancellationToken);
}

/// <summary>A pin that was not set, or not taken off.</summary>
/// <param name="Reason">What the platform said.</param>
/// <param name="IsFinal">It said so for good: that message is not pinned, and can't be.</param>
internal sealed record PinFailure(string Reason, bool IsFinal)
{
    /// <summary>When the platform may be asked again; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
