namespace DigestBot.Delivery.Limits;

/// <summary>
/// Whether a send whose answer never came is tried again. Where the platform tells a second send by its nonce it is, for as
/// long as that is sure, whatever the operator wants, and never afterwards: there it can't become a copy. Elsewhere the
/// operator's policy decides.
/// </summary>
internal sealed class ResendPolicy(TimeSpan? nonceWindow, UnknownPolicy policy)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    /// <summary>A send that is begun may take as long as this to leave; its timeout is no longer.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    /// <summary>How long after the first attempt another may begin; null for none.</summary>
    public TimeSpan? Within { get; } =
        nonceWindow is { } window ? window - Margin : policy == UnknownPolicy.Resend ? Completion.AnyTime : null;

    /// <summary>How long to wait before the next attempt.</summary>
    public TimeSpan DelayAfter(int attempt)
    {
        if (nonceWindow is not null)
            return FirstDelay;

        var delay = FirstDelay * Math.Pow(2, Math.Min(attempt - 1, 10));
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
