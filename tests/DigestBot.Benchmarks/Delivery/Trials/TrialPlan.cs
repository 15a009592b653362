using System.Globalization;
using DigestBot.Benchmarks.Delivery.Judging;

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

    /// <summary>Whether limits are enforced and judged: what a machine is too busy for must not fail a test.</summary>
    public bool JudgesRates { get; init; } = true;

    /// <summary>By how much windows are shortened in which limits are judged: a busy machine bunches requests up.</summary>
    public int ToleranceMilliseconds { get; init; } = 300;

    /// <summary>The fault that is planted in the bot; empty for the bot as it is.</summary>
    public string Plants { get; init; } = "";

    /// <summary>More of the bot's settings.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public bool IsTelegram => Platform == Telegram;

    public long FirstChat => IsTelegram ? 7_000_001 : 1_100_000_000_000_000_001;

    public int PerSecond => !IsTelegram ? 50 : IsPaid ? 1000 : 30;

    /// <summary>What the oracle judges by.</summary>
    public Rules Rules
    {
        get
        {
            var tolerance = ToleranceMilliseconds / 1000.0;
            var published = IsTelegram
                ? new Rules(Platform, "sendMessage", PerSecond, 1, 1, 20, TellsCopies: false, tolerance)
                : new Rules(Platform, "createMessage", PerSecond, 5, 5, null, TellsCopies: true, tolerance);
            return JudgesRates ? published : published with { PerSecond = int.MaxValue, PerChat = int.MaxValue, GroupPerMinute = null };
        }
    }

    /// <summary>The bot's settings, but for those of its store, clock and simulator.</summary>
    /// <param name="killAt">A point of the send path at which it dies by itself; empty for none.</param>
    public Dictionary<string, string> BotSettings(string killAt)
    {
        var settings = new Dictionary<string, string>(Settings)
        {
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__DigestBot"] = "Information",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            ["DIGESTBOT_TEST_KILL"] = killAt,
        };
        if (IsTelegram)
            (settings["Telegram__PaidBroadcast"], settings["Telegram__PollSeconds"]) = (IsPaid ? "true" : "false", "2");
        return settings;
    }

    /// <summary>The simulator's command line.</summary>
    public IEnumerable<string> SimulatorArguments =>
    [
        IsTelegram ? "--open-chats" : "--open-channels",
        "--latency", "57,20",
        "--seed", Seed.ToString(CultureInfo.InvariantCulture),
        .. JudgesRates ? ["--limits", $"{PerSecond},{(IsTelegram ? "1,20" : "5,5")},{ToleranceMilliseconds}"] : Array.Empty<string>(),
    ];
}
