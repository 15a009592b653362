using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Support;

/// <summary>One delivery on the in-memory record.</summary>
internal sealed record LedgerRow
{
    public required long Id { get; init; }

    public required int Message { get; init; }

    public required int Number { get; init; }

    public required ChatId Chat { get; set; }

    public required Lane Lane { get; init; }

    public required string Part { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Until when it was told to wait; null where it never was.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public DeliveryState State { get; set; }

    public string? Owner { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }

    public DateTimeOffset? FirstBegunAt { get; set; }

    public int Attempt { get; set; }

    public bool WasUnknown { get; set; }

    public string? MessageId { get; set; }
}
