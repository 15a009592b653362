namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>
/// How long a shard waits before its next connection: after a steady one not at all, then ever longer. Connections cost nothing;
/// of sessions a bot has few.
/// </summary>
internal sealed class ReconnectPauses(Random random)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestAfterLostSession = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(5);

    private int _failures;

    /// <param name="lasted">How long the last connection did.</param>
    /// <param name="costSession">A session was asked for over it, and there is none now.</param>
    public TimeSpan After(TimeSpan lasted, bool costSession)
    {
        _failures = lasted > Steady ? 0 : _failures + 1;
        if (_failures <= 1)
            return TimeSpan.Zero;

        var whole = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(_failures - 1, 10)));
        var longest = costSession ? LongestAfterLostSession : Longest;
        return (whole < longest ? whole : longest) * (0.5 + random.NextDouble() / 2);
    }
}
