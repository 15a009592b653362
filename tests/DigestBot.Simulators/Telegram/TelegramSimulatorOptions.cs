namespace DigestBot.Simulators.Telegram;

public sealed record TelegramSimulatorOptions
{
    /// <summary>A token of the real form that opens nothing in the real world.</summary>
    public const string TestToken = "123456789:SIMULATED-token-opens-nothing_00001";

    public string Token { get; init; } = TestToken;

    public string BotName { get; init; } = "digest_test_bot";

    /// <summary>0 lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>A path below which the API lies, such as <c>/proxy/telegram</c>; empty for the root.</summary>
    public string Path { get; init; } = "";

    public string? LedgerFile { get; init; }

    /// <summary>Leaves requests out of the ledger and keeps no messages: for loads.</summary>
    public bool Lean { get; init; }

    /// <summary>Every positive chat id is a private chat that has been started: for loads.</summary>
    public bool OpenChats { get; init; }

    /// <summary>Runs as a local Bot API server with <c>--local</c>: files lie on its own machine, and it gives none.</summary>
    public bool KeepsFiles { get; init; }

    /// <summary>Null enforces none.</summary>
    public TelegramLimits? Limits { get; init; }

    /// <summary>How long each answer takes, and how far that varies either way.</summary>
    public (TimeSpan Mean, TimeSpan Spread) Latency { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Whether requests are checked against the published contract too, where its file is found.</summary>
    public bool ChecksContract { get; init; } = true;
}

/// <summary>What Telegram publishes, in sliding windows.</summary>
/// <param name="PerSecond">Messages a second over all chats.</param>
/// <param name="ChatSeconds">The least seconds between two messages to one chat; 0 for none.</param>
/// <param name="GroupPerMinute">Messages a minute to one group; 0 for no limit.</param>
/// <param name="ToleranceMilliseconds">By how much a window is shortened: what the network bunches up is not the sender's fault.</param>
public sealed record TelegramLimits(int PerSecond = 30, double ChatSeconds = 1, int GroupPerMinute = 20, int ToleranceMilliseconds = 50);
