namespace DigestBot.Delivery.Limits;

/// <summary>
/// Whether a send whose answer never came is tried again. Within the time in which the platform tells a second send by its
/// nonce it always is: that can't be a duplicate. Otherwise the operator's policy decides.
/// </summary>
internal sealed class ResendPolicy(TimeSpan? nonceWindow, UnknownPolicy policy)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    private readonly Dictionary<long, TimeSpan> _firstBegun = [];

    /// <summary>How long to wait before the next attempt; null for none.</summary>
    /// <param name="delivery">What was sent.</param>
    /// <param name="begunAt">When this attempt began.</param>
    /// <param name="now">A clock that never runs back.</param>
    public TimeSpan? DelayAfter(LeasedDelivery delivery, TimeSpan begunAt, TimeSpan now)
    {
        if (nonceWindow is { } window && IsWithin(window, delivery, begunAt, now))
            return FirstDelay;
        if (policy == UnknownPolicy.Skip)
            return null;

        var delay = FirstDelay * Math.Pow(2, Math.Min(delivery.Attempt - 1, 10));
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private bool IsWithin(TimeSpan window, LeasedDelivery delivery, TimeSpan begunAt, TimeSpan now)
    {
        foreach (var (id, begun) in _firstBegun)
        {
            if (now - begun >= window)
                _firstBegun.Remove(id);
        }

        // An attempt before this one that is not remembered may lie too far back, before a restart.
        if (!_firstBegun.TryGetValue(delivery.Id, out var first))
        {
            if (delivery.Attempt > 1)
                return false;
            _firstBegun.Add(delivery.Id, first = begunAt);
        }

        return now + FirstDelay < first + window;
    }
}
