namespace DigestBot.Platforms.Discord.Rest;

/// <summary>A call that did not succeed. Holds no token, no address and nothing of the message.</summary>
internal sealed class DiscordFailure(string route, string reason, Exception? cause = null) : Exception($"{route}: {InertText.Reason(reason)}", cause)
{
    /// <summary>What the server said, or what became of the connection; one line, cut short.</summary>
    public string Reason { get; } = InertText.Reason(reason);

    /// <summary>Whether the request may have taken effect all the same.</summary>
    public required bool MayHaveArrived { get; init; }

    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The error code; 0 where the server names none, null where the answer was not Discord's: a proxy or a firewall gave it.</summary>
    public int? Code { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whom a 429 stops.</summary>
    public RateScope Scope { get; init; }

    /// <summary>The same of a call that only reads: there was nothing that could have taken effect.</summary>
    public DiscordFailure OfReading() => new(route, Reason, this) { MayHaveArrived = false, Status = Status, Code = Code, RetryAfter = RetryAfter, Scope = Scope };

    /// <summary>The token is not taken: no further call can succeed.</summary>
    public bool IsUnauthorized => Status == 401 && Code is not null;
}

/// <summary>Whom a 429 stops.</summary>
internal enum RateScope
{
    /// <summary>It is no 429, or it does not say.</summary>
    Unstated,

    /// <summary>This bot's bucket.</summary>
    User,

    /// <summary>The resource, for all bots; not counted as an invalid request.</summary>
    Shared,

    /// <summary>Everything this bot calls.</summary>
    Global,
}
