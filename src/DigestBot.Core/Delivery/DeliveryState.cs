namespace DigestBot.Delivery;

/// <summary>
/// Where a delivery stands: <c>pending → leased → sending → sent | failed | unknown</c>, back to <c>pending</c> after a
/// definite non-delivery, and <c>expired</c> where it waited too long. The numbers stand in the database, where what is
/// leased and what is on its way have that of what is pending, and an owner and the time of the record besides.
/// </summary>
public enum DeliveryState
{
    /// <summary>Waits for its time.</summary>
    Pending = 0,

    /// <summary>A dispatcher has taken it; nothing has left yet, so a lease that runs out costs nothing.</summary>
    Leased = 1,

    /// <summary>Committed before the first byte leaves: a process that dies now leaves it unknown.</summary>
    Sending = 2,

    /// <summary>The platform took it.</summary>
    Sent = 3,

    /// <summary>It will not be sent; the row says why.</summary>
    Failed = 4,

    /// <summary>It left and no answer came: delivered or not, nobody can tell. Listed in status.</summary>
    Unknown = 5,

    /// <summary>Not sent because it was no longer worth it.</summary>
    Expired = 6,
}
