using DigestBot.Benchmarks.Delivery.Trials;
using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Load;

/// <summary>A broadcast to many chats that are due at one minute, as the platform's ledger shows it from then on.</summary>
internal sealed record Broadcast(string Platform, int Chats, int PerSecond, DateTimeOffset Due, IReadOnlyList<LedgerEntry> Ledger)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private LedgerEntry[] Took => field ??=
        [.. Ledger.Where(entry => entry is { Verdict: Verdict.Accepted, Method: "sendMessage" or "createMessage" } && entry.At >= Due)];

    public int Messages => Took.Length;

    public int Readers => Took.DistinctBy(entry => entry.Chat).Count();

    public int TooMany => Ledger.Count(entry => entry.Status == 429);

    /// <summary>From the minute at which they were due to the last one.</summary>
    public double Seconds => (Took[^1].At - Due).TotalSeconds;

    /// <summary>From the minute at which they were due to the first one.</summary>
    public double FirstAfter => (Took[0].At - Due).TotalSeconds;

    /// <summary>Messages a second from the first to the last.</summary>
    public double Rate => (Took.Length - 1) / (Took[^1].Seconds - Took[0].Seconds);

    /// <summary>The time that the limit alone asks for.</summary>
    public double Least => (double)Chats / PerSecond;

    /// <summary>A full minute that leaves the bot time to start, and a whole one to warm up.</summary>
    public static DateTimeOffset NextMinute()
    {
        var now = TimeProvider.System.GetUtcNow() + Grace;
        return new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, TimeSpan.Zero).AddMinutes(2);
    }

    public static long FirstChat(string platform) => new TrialPlan(platform, StoreKind.Sqlite, 1).FirstChat;
}
