namespace DigestBot.Delivery;

/// <summary>Which queue a delivery stands in; the lower number goes first. The numbers stand in the database.</summary>
public enum Lane
{
    /// <summary>Answers to what people asked.</summary>
    Answer = 0,

    /// <summary>Scheduled digests and announcements.</summary>
    Broadcast = 1,
}
