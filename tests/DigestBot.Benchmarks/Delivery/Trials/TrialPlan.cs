using System.Globalization;

namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>What one trial runs on. The same plan makes the same faults.</summary>
internal sealed record TrialPlan(string Platform, StoreKind Store, int Seed)
{
    public const string Telegram = "telegram";
    public const string Discord = "discord";

    /// <summary>How many chats are due.</summary>
    public int Chats { get; init; } = 60;

    /// <summary>Telegram's paid broadcast: a thousand a second, some sixty on their way at once.</summary>
    public bool IsPaid { get; init; }

    /// <summary>By how much windows are shortened in which limits are judged: a busy machine bunches requests up.</summary>
    public int ToleranceMilliseconds { get; init; } = 300;

    /// <summary>More of the bot's settings.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public bool IsTelegram => Platform == Telegram;

    public long FirstChat => IsTelegram ? 7_000_001 : 1_100_000_000_000_000_001;

    public int PerSecond => !IsTelegram ? 50 : IsPaid ? 1000 : 30;

    /// <summary>The simulator's command line.</summary>
    public string[] SimulatorArguments() => IsTelegram
        ? ["--open-chats", "--limits", $"{PerSecond},1,20,{ToleranceMilliseconds}", "--latency", "57,20", "--seed", Number(Seed)]
        : ["--open-channels", "--limits", $"50,5,5,{ToleranceMilliseconds}", "--latency", "57,20", "--seed", Number(Seed)];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
