namespace DigestBot.Delivery;

/// <summary>One way to break the promise, planted in a <see cref="TinySender"/> to see that the oracle catches it.</summary>
public enum PlantedFault
{
    /// <summary>The promise is kept.</summary>
    None,

    /// <summary>On record as sent before it left: a process that dies in between has lost it.</summary>
    MarksBeforeSending,

    /// <summary>A send whose answer never came is sent again at once, and the ledger does not hear of it.</summary>
    RetriesUnderTheLedger,

    /// <summary>An outcome is recorded whoever holds the delivery by now.</summary>
    CompletesWithoutFence,

    /// <summary>A delivery is dropped.</summary>
    LosesOne,

    /// <summary>A delivery stays on its way for ever.</summary>
    LeavesOneOnItsWay,

    /// <summary>The chat's least time between two messages is not kept.</summary>
    IgnoresLimits,

    /// <summary>The last part goes first.</summary>
    ReversesParts,

    /// <summary>A 429 is answered by asking again.</summary>
    IgnoresRetryAfter,

    /// <summary>A chat that blocked the bot is asked again.</summary>
    AsksTheDeadAgain,
}
