namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>
/// When one shard may begin its next session. The gateway grants a thousand a day and takes the token away from who uses
/// them up: the more were begun in the last hour, the longer the wait, so that an hour of flapping costs fewer than thirty.
/// </summary>
internal sealed class IdentifyBudget(Random random)
{
    private const int FreeOfDoubling = 6;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(170);

    private readonly Queue<TimeSpan> _begun = new();

    /// <summary>How long to wait before the next one.</summary>
    /// <param name="now">A clock that never runs back.</param>
    /// <param name="limit">What the gateway says is left; null where it says nothing.</param>
    public TimeSpan DelayAt(TimeSpan now, Rest.SessionStartLimit? limit)
    {
        while (_begun.TryPeek(out var oldest) && now - oldest > Hour)
            _begun.Dequeue();

        var wait = _begun.Count == 0 ? TimeSpan.Zero
            : _begun.Count < FreeOfDoubling ? First * Math.Pow(2, _begun.Count - 1)
            : Longest;
        wait *= 1 + random.NextDouble() / 4;
        return limit is { Remaining: <= 0, ResetAfter: { } reset } && TimeSpan.FromMilliseconds(Math.Clamp(reset, 0, 1e9)) is var closed && closed > wait
            ? closed + First * random.NextDouble()
            : wait;
    }

    public void Began(TimeSpan now) => _begun.Enqueue(now);
}
