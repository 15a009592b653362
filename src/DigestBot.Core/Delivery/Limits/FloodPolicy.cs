using DigestBot.Chats;

namespace DigestBot.Delivery.Limits;

/// <summary>
/// Who waits after a platform said "too many" without saying whom it meant. The chat alone, at first: one noisy chat must
/// not silence the others. The whole lane where three chats hear it within a second while the lane runs at half its limit or
/// more: going on would only lengthen the wait. The limit is the one that it keeps by then, which is less after a flood. Where
/// the lane was closed and tries again one by one, three chats are enough, those that it was closed for among them. A wait
/// beyond a minute is never the lane's.
/// </summary>
internal sealed class FloodPolicy(double perSecond)
{
    private const int ChatsThatMakeALane = 3;
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    /// <summary>One by one they hear it one answer after another; and what closed the lane a moment ago is not forgotten.</summary>
    private static readonly TimeSpan TogetherWhileProbing = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestForLane = TimeSpan.FromSeconds(60);

    private readonly Queue<(TimeSpan At, string Chat)> _recent = new();

    /// <summary>True where the whole lane has to wait.</summary>
    /// <param name="chat">Which chat was sent to.</param>
    /// <param name="later">What the platform said.</param>
    /// <param name="now">A clock that never runs back.</param>
    /// <param name="inLastSecond">How many sends started in the last second.</param>
    /// <param name="share">The part of the limit that the lane keeps now.</param>
    /// <param name="isProbing">The lane was closed, and nothing has gone through since.</param>
    public bool MeansLane(ChatId chat, SendOutcome.Later later, TimeSpan now, int inLastSecond, double share, bool isProbing)
    {
        if (later.Scope != LaterScope.Unstated)
            return later.Scope == LaterScope.Lane;
        if (later.Delay is null)
            return true;
        if (later.Delay > LongestForLane)
            return false;

        while (_recent.TryPeek(out var oldest) && now - oldest.At > (isProbing ? TogetherWhileProbing : Together))
            _recent.Dequeue();
        _recent.Enqueue((now, chat.Chat));
        return (isProbing || inLastSecond >= perSecond * share / 2) && _recent.DistinctBy(hit => hit.Chat).Take(ChatsThatMakeALane).Count() == ChatsThatMakeALane;
    }
}
