using System.Diagnostics;

namespace DigestBot.Delivery;

/// <summary>
/// The points of the send path at which a process may die, told through a diagnostic listener: a test harness stops the
/// process there, and nothing in the product knows about faults. Without a listener they cost a look at a field.
/// </summary>
public static class DeliveryEvents
{
    /// <summary>The diagnostic listener's name.</summary>
    public const string ListenerName = "DigestBot.Delivery";

    /// <summary>Deliveries were leased; nothing is on record as leaving.</summary>
    public const string AfterClaim = "AfterClaim";

    /// <summary>Next, they are put on record as leaving.</summary>
    public const string BeforeSendingCommit = "BeforeSendingCommit";

    /// <summary>They are on record as leaving; nothing left yet.</summary>
    public const string AfterSendingCommit = "AfterSendingCommit";

    /// <summary>Next, the platform is asked to send one.</summary>
    public const string BeforeSend = "BeforeSend";

    /// <summary>The platform has said what became of one; it is not on record yet.</summary>
    public const string AfterAnswer = "AfterAnswer";

    /// <summary>Next, outcomes are put on record.</summary>
    public const string BeforeCompleteCommit = "BeforeCompleteCommit";

    /// <summary>Outcomes are on record.</summary>
    public const string AfterCompleteCommit = "AfterCompleteCommit";

    private static readonly DiagnosticListener Listener = new(ListenerName);

    internal static void Write(string name, string platform, int deliveries)
    {
        if (Listener.IsEnabled(name))
            Listener.Write(name, new DeliveryEvent(platform, deliveries));
    }
}

/// <summary>What comes with each of <see cref="DeliveryEvents"/>.</summary>
/// <param name="Platform">Whose lane.</param>
/// <param name="Deliveries">How many deliveries it is about.</param>
public sealed record DeliveryEvent(string Platform, int Deliveries);
