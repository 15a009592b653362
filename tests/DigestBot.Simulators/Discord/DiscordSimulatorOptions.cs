namespace DigestBot.Simulators.Discord;

public sealed record DiscordSimulatorOptions
{
    /// <summary>A token of the real form that opens nothing in the real world.</summary>
    public const string TestToken = "MTIzNDU2Nzg5MDEyMzQ1Njc4.SIMULA.ted-token-opens-nothing_00001";

    public string Token { get; init; } = TestToken;

    public string BotName { get; init; } = "digest_test_bot";

    /// <summary>0 lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>The path below which the REST API lies.</summary>
    public string Path { get; init; } = "/api/v10";

    public string? LedgerFile { get; init; }

    /// <summary>Leaves requests out of the ledger: for loads.</summary>
    public bool Lean { get; init; }

    /// <summary>Every channel id is a text channel that the bot may write to: for loads.</summary>
    public bool OpenChannels { get; init; }

    /// <summary>Null enforces none, and sends no rate limit headers.</summary>
    public DiscordLimits? Limits { get; init; }

    /// <summary>How long each answer takes, and how far that varies either way.</summary>
    public (TimeSpan Mean, TimeSpan Spread) Latency { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Whether requests are checked against the published contract too, where its file is found.</summary>
    public bool ChecksContract { get; init; } = true;

    /// <summary>What HELLO asks for.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41250);

    /// <summary>How many times a day the bot may identify; one time more, and the token is reset.</summary>
    public int IdentifiesPerDay { get; init; } = 1000;

    /// <summary>The seconds between two identifies; an earlier one gets an invalid session.</summary>
    public double IdentifySeconds { get; init; } = 5;

    /// <summary>How many shards the gateway asks for; more than one makes sharding required.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>The privileged intents that the application was given, as bits.</summary>
    public int PrivilegedIntents { get; init; }

    /// <summary>Answers every RESUME with an invalid session.</summary>
    public bool RejectsResumes { get; init; }

    /// <summary>How soon an interaction must be acknowledged.</summary>
    public TimeSpan AcknowledgeWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an interaction's token lives, by the world's clock.</summary>
    public TimeSpan TokenLives { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>For how long a nonce is remembered, by the world's clock.</summary>
    public TimeSpan NonceLives { get; init; } = TimeSpan.FromMinutes(2);

    public DiscordOddities Oddities { get; init; }
}

/// <summary>The limits in force; each window slides.</summary>
/// <param name="GlobalPerSecond">Requests a second in all, answers to interactions left out.</param>
/// <param name="ChannelMessages">Messages to one channel within <paramref name="ChannelSeconds"/>.</param>
/// <param name="ChannelSeconds">The length of that window.</param>
/// <param name="InvalidRequests">How many 401, 403 and 429 in ten minutes make the address banned.</param>
/// <param name="ToleranceMilliseconds">By how much a window is shortened: what the network bunches up is not the sender's
/// fault.</param>
public sealed record DiscordLimits(
    int GlobalPerSecond = 50, int ChannelMessages = 5, double ChannelSeconds = 5, int InvalidRequests = 10_000,
    int ToleranceMilliseconds = 50);

/// <summary>How a compatible server may differ from the first of its kind.</summary>
[Flags]
public enum DiscordOddities
{
    None = 0,

    /// <summary><c>X-RateLimit-Reset</c> counts milliseconds.</summary>
    ResetInMilliseconds = 1,

    /// <summary>Errors keep their status and have other codes.</summary>
    OtherErrorCodes = 2,

    /// <summary>Optional fields are missing.</summary>
    MissingFields = 4,

    /// <summary>Unknown fields, unknown nulls and unknown events come too.</summary>
    ExtraFields = 8,

    All = ResetInMilliseconds | OtherErrorCodes | MissingFields | ExtraFields,
}
