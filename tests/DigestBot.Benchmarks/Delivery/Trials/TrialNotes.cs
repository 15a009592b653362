namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>What the oracle has to know that neither ledger nor database tells: what the driver did and saw.</summary>
internal sealed class TrialNotes
{
    /// <summary>Chats that were due.</summary>
    public List<string> Due { get; } = [];

    /// <summary>Rows that were on record as leaving when a process died.</summary>
    public List<long> InDoubt { get; } = [];

    /// <summary>Chats that can't get their digest.</summary>
    public HashSet<string> Lost { get; } = [];

    /// <summary>Chats that live on under another id.</summary>
    public Dictionary<string, string> Moved { get; } = [];

    /// <summary>Whether a send that nobody can tell about may stay unknown.</summary>
    public bool MayBeUnknown { get; set; }

    public int Kills { get; set; }

    /// <summary>What the driver itself saw go wrong.</summary>
    public List<string> Mishaps { get; } = [];

    /// <summary>Notes a mishap where something does not hold that the driver can see.</summary>
    public void Expect(bool holds, string otherwise)
    {
        if (!holds)
            Mishaps.Add(otherwise);
    }
}
