namespace DigestBot.Platforms.Telegram.Api;

/// <summary>A call that did not succeed. Holds no token, no address and nothing of the message.</summary>
internal sealed class TelegramFailure(string method, string reason, Exception? cause = null) : Exception($"{method}: {InertText.Reason(reason)}", cause)
{
    /// <summary>What the server said, or what became of the connection; one line, cut short.</summary>
    public string Reason { get; } = InertText.Reason(reason);

    /// <summary>Whether the request may have taken effect all the same.</summary>
    public required bool MayHaveArrived { get; init; }

    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Telegram's error code; null where the answer was not Telegram's: a proxy or a firewall gave it.</summary>
    public int? Code { get; init; }

    /// <summary>How long the server asks to wait, from wherever it says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The supergroup that the chat became.</summary>
    public long? MigratedTo { get; init; }

    public bool Says(string words) => Reason.Contains(words, StringComparison.OrdinalIgnoreCase);
}
