using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Judging;

/// <summary>
/// What a trial left behind, as the oracle sees it: the platform's ledger, the database's rows and the files. Nothing here
/// comes from the bot's code.
/// </summary>
internal sealed record Evidence
{
    public required Rules Rules { get; init; }

    /// <summary>The chats that were due, by the ids under which they subscribed.</summary>
    public required IReadOnlyList<string> Due { get; init; }

    /// <summary>All requests that the platform got, in its order.</summary>
    public required IReadOnlyList<LedgerEntry> Ledger { get; init; }

    /// <summary>All rows of the database's ledger.</summary>
    public required IReadOnlyList<DeliveryRow> Rows { get; init; }

    /// <summary>How many subscriptions are still due.</summary>
    public long StillDue { get; init; }

    /// <summary>Rows that were on record as leaving when a process was killed; one that was so twice stands here twice.</summary>
    public IReadOnlyList<long> InDoubt { get; init; } = [];

    /// <summary>Chats that can't get their digest: each has to be listed with the reason.</summary>
    public IReadOnlySet<string> Lost { get; init; } = new HashSet<string>();

    /// <summary>Chats that live on under another id.</summary>
    public IReadOnlyDictionary<string, string> Moved { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a send that nobody can tell about may stay unknown.</summary>
    public bool MayBeUnknown { get; init; }

    /// <summary>Where secrets were found.</summary>
    public IReadOnlyList<string> Leaks { get; init; } = [];

    /// <summary>What the driver saw go wrong, such as a stop that failed.</summary>
    public IReadOnlyList<string> Mishaps { get; init; } = [];
}

/// <summary>What a platform publishes, and how its requests are named in the ledger.</summary>
/// <param name="Platform">Its name.</param>
/// <param name="Send">The method that sends a message.</param>
/// <param name="PerSecond">Requests in any second.</param>
/// <param name="PerChat">Messages to one chat in any <paramref name="ChatSeconds"/>.</param>
/// <param name="ChatSeconds">The length of that window.</param>
/// <param name="GroupPerMinute">Messages to one group in any minute; null for no such limit.</param>
/// <param name="TellsCopies">The platform tells a second send by its nonce: there is no excuse for a copy.</param>
/// <param name="Tolerance">By how many seconds windows are shortened: a busy machine bunches requests up.</param>
internal sealed record Rules(
    string Platform, string Send, int PerSecond, int PerChat, double ChatSeconds, int? GroupPerMinute, bool TellsCopies, double Tolerance);

/// <summary>A row of the database's ledger.</summary>
internal sealed record DeliveryRow(
    long Id, long Message, int Part, int Parts, string Chat, int State, int Attempt, string? SentId, string? Reason, bool IsUnanswered)
{
    // As the migration's first line has it: states are numbered.
    public bool IsOpen => State <= 2;

    public bool IsSent => State == 3;

    public bool IsUnknown => State == 5;
}
