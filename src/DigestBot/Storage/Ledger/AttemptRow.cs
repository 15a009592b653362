using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>One attempt at one delivery: an earlier attempt at the same row is another.</summary>
internal sealed record AttemptRow
{
    public long Id { get; init; }
    public int Attempt { get; init; }

    public static AttemptRow Of(LeasedDelivery delivery) => new() { Id = delivery.Id, Attempt = delivery.Attempt };
}
