using DigestBot.Chats;

namespace DigestBot.Delivery.Limits;

/// <summary>
/// Who waits after a platform said "too many" without saying whom it meant. The chat alone, at first: one noisy chat must
/// not silence the others. The whole lane where three chats hear it within a second while the lane runs at half its limit or
/// more: going on would only lengthen the wait. A wait beyond a minute is never the lane's.
/// </summary>
internal sealed class FloodPolicy(double perSecond)
{
    private const int ChatsThatMakeALane = 3;
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestForLane = TimeSpan.FromSeconds(60);

    private readonly Queue<(TimeSpan At, string Chat)> _recent = new();

    /// <summary>True where the whole lane has to wait.</summary>
    /// <param name="chat">Which chat was sent to.</param>
    /// <param name="later">What the platform said.</param>
    /// <param name="now">A clock that never runs back.</param>
    /// <param name="inLastSecond">How many sends started in the last second.</param>
    public bool MeansLane(ChatId chat, SendOutcome.Later later, TimeSpan now, int inLastSecond)
    {
        if (later.Scope != LaterScope.Unstated)
            return later.Scope == LaterScope.Lane;
        if (later.Delay is null)
            return true;
        if (later.Delay > LongestForLane)
            return false;

        while (_recent.TryPeek(out var oldest) && now - oldest.At > Together)
            _recent.Dequeue();
        _recent.Enqueue((now, chat.Chat));
        return inLastSecond >= perSecond / 2 && _recent.DistinctBy(hit => hit.Chat).Take(ChatsThatMakeALane).Count() == ChatsThatMakeALane;
    }
}
