namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>
/// How long to wait after failures in a row: doubling from a second to a minute, with jitter so that instances do not keep
/// step.
/// </summary>
internal sealed class Backoff(Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private int _failures;

    public void Succeeded() => _failures = 0;

    /// <summary>The next wait, at least <paramref name="least"/>.</summary>
    public TimeSpan Failed(TimeSpan? least = null)
    {
        var whole = First * Math.Pow(2, Math.Min(_failures++, 10));
        var wait = (whole < Longest ? whole : Longest) * (0.5 + random.NextDouble() / 2);
        return least > wait ? least.Value : wait;
    }
}
