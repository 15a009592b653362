using DigestBot.Delivery;
using DigestBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.PlantedFaults;

/// <summary>An outcome is recorded whoever holds the delivery by now, in whichever attempt.</summary>
internal sealed class UnfencedLedger(IDeliveryLedger own, IServiceProvider program) : LedgerInTheMiddle(own)
{
    private readonly Database _database = program.GetRequiredService<Database>();

    public override async Task CompleteAsync(
        IReadOnlyList<Completion> completions, string owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var delivery in completions.Select(completion => completion.Delivery))
        {
            var taken = new { delivery.Id, delivery.Attempt, Owner = owner };
            await _database.WriteAsync(
                session => session.ExecuteAsync("UPDATE deliveries SET state = 0, done_at = NULL, owner = @Owner, attempt = @Attempt WHERE id = @Id", taken), cancellationToken);
        }

        await Own.CompleteAsync(completions, owner, now, cancellationToken);
    }
}
