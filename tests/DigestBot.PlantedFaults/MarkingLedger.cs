using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.PlantedFaults;

/// <summary>On record as sent before it left: a program that dies in between has lost it.</summary>
internal sealed class MarkingLedger(IDeliveryLedger own) : LedgerInTheMiddle(own)
{
    public override async Task<IReadOnlyList<LeasedDelivery>> BeginSendingAsync(
        IReadOnlyList<LeasedDelivery> deliveries, string owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var begun = await Own.BeginSendingAsync(deliveries, owner, now, cancellationToken);
        await Own.CompleteAsync([.. begun.Select(delivery => new Completion(delivery, new SendOutcome.Sent("1")))], owner, now, cancellationToken);
        return begun;
    }
}
