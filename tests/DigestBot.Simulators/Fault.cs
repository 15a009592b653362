using System.Text.Json.Serialization;

namespace DigestBot.Simulators;

/// <summary>One line of a fault script: which requests it strikes, and how.</summary>
public sealed record Fault
{
    /// <summary>Named in the ledger beside what it struck.</summary>
    public string Name { get; init; } = "fault";

    /// <summary>Only this method; null for every one.</summary>
    public string? Method { get; init; }

    /// <summary>Only this chat; null for every one.</summary>
    public string? Chat { get; init; }

    /// <summary>Only texts that contain this.</summary>
    public string? Text { get; init; }

    /// <summary>How many matching requests pass before it begins.</summary>
    public int After { get; init; }

    /// <summary>How many it strikes; null for all that follow.</summary>
    public int? Times { get; init; }

    /// <summary>How many seconds it goes on after the first that it struck; null for no end.</summary>
    public double? Seconds { get; init; }

    /// <summary>The share of matching requests that it strikes, drawn by the script's seed.</summary>
    public double Share { get; init; } = 1;

    public required FaultKind Kind { get; init; }

    /// <summary>True where the request takes effect all the same: only the answer is lost or spoilt.</summary>
    public bool Accepts { get; init; }

    /// <summary>How long it waits first.</summary>
    public int DelayMilliseconds { get; init; }

    /// <summary>For <see cref="FaultKind.Delay"/> on Telegram: what was asked is done at once, and the answer to it waits for this.</summary>
    [JsonIgnore]
    public Task? AnswersAfter { get; init; }

    /// <summary>For <see cref="FaultKind.Answer"/>.</summary>
    public int Status { get; init; } = 500;

    /// <summary>For <see cref="FaultKind.Answer"/>: the platform's words; null for those usual with the status.</summary>
    public string? Description { get; init; }

    /// <summary>The platform's own error number, where it has them; a gateway's close code. Null for the one usual with the status.</summary>
    public int? Code { get; init; }

    /// <summary>For a 429: <c>user</c>, <c>shared</c> or <c>global</c>; Telegram's does not tell, but the ledger does.</summary>
    public string? Scope { get; init; }

    /// <summary>For a 429: seconds.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>Where a 429 says how long.</summary>
    public RetryAfterPlaces RetryAfterIn { get; init; } = RetryAfterPlaces.Body | RetryAfterPlaces.Header | RetryAfterPlaces.Text;

    /// <summary>The body as it is, in place of the platform's own form.</summary>
    public string? Body { get; init; }

    public static Fault Cut(bool accepts) => new() { Name = accepts ? "cut after" : "cut before", Kind = FaultKind.Cut, Accepts = accepts };

    public static Fault Hang(bool accepts) => new() { Name = "hang", Kind = FaultKind.Hang, Accepts = accepts };

    public static Fault Answer(int status, string? description = null) =>
        new() { Name = $"answer {status}", Kind = FaultKind.Answer, Status = status, Description = description };

    public static Fault TooMany(double retryAfter) => new() { Name = "429", Kind = FaultKind.Answer, Status = 429, RetryAfter = retryAfter };

    public static Fault NotJson(int status, string body) => new() { Name = "not JSON", Kind = FaultKind.Answer, Status = status, Body = body };
}

public enum FaultKind
{
    /// <summary>Answers with a status and a body.</summary>
    Answer,

    /// <summary>Never answers, and keeps the connection.</summary>
    Hang,

    /// <summary>Cuts the connection.</summary>
    Cut,

    /// <summary>Only waits; then all goes its way.</summary>
    Delay,
}

[Flags]
public enum RetryAfterPlaces
{
    None = 0,
    Body = 1,
    Header = 2,
    Text = 4,
}
