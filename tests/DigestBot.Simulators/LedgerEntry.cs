using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Simulators;

/// <summary>One request that a simulator got and what became of it. The ledger of these is the truth that tests are judged by.</summary>
public sealed record LedgerEntry
{
    /// <summary>Counts from 1 in the order of acceptance.</summary>
    public long Sequence { get; init; }

    /// <summary>When, by the clock that the simulator shows to the world.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Seconds since the simulator started, by a monotonic clock: rates are judged by it.</summary>
    public required double Seconds { get; init; }

    /// <summary>The platform's name of what was asked for, such as <c>sendMessage</c>.</summary>
    public required string Method { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The HTTP status that was answered; 0 where no answer was given.</summary>
    public int Status { get; init; }

    public string? Chat { get; init; }

    public string? Thread { get; init; }

    public string? MessageId { get; init; }

    public string? Text { get; init; }

    /// <summary>Why it was refused, in the platform's words.</summary>
    public string? Reason { get; init; }

    /// <summary>The fault of the script that struck it.</summary>
    public string? Fault { get; init; }

    /// <summary>How many seconds a 429 asked to wait.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>Whom a 429 meant: <c>user</c>, <c>shared</c>, <c>global</c>; null where it is the chat's own.</summary>
    public string? Scope { get; init; }

    /// <summary>The request as it came; left out where the simulator runs lean.</summary>
    public JsonElement? Request { get; init; }
}

/// <summary>What a simulator decided about a request, whatever it answered.</summary>
public enum Verdict
{
    /// <summary>It took effect, even where the answer was then lost.</summary>
    Accepted,

    /// <summary>It had no effect.</summary>
    Refused,

    /// <summary>It broke a limit and had no effect.</summary>
    Limited,

    /// <summary>It repeated a request that took effect, and got that one's result: nothing happened twice.</summary>
    Duplicate,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(IReadOnlyList<LedgerEntry>))]
public sealed partial class SimulatorJson : JsonSerializerContext;
