namespace DigestBot.Delivery.Lanes;

/// <summary>
/// Leases one queue of a lane, little enough that a process that dies keeps little from the others, and beside the lane's
/// loop: what is held goes out while more is fetched. Its state belongs to the loop, but for <see cref="Wake"/>.
/// </summary>
/// <param name="lane">Whose lane.</param>
/// <param name="queue">Which queue.</param>
/// <param name="most">How many are held ready; half of them gone, more are asked for.</param>
/// <param name="mostInStock">None are asked for while the stock as a whole, with what is set aside, holds so many.</param>
/// <param name="stock">Where they go.</param>
/// <param name="alarm">Rings when some have come.</param>
internal sealed class Leasing(LaneContext lane, Lane queue, int most, int mostInStock, LaneStock stock, Alarm alarm)
{
    private Task<IReadOnlyList<LeasedDelivery>>? _asking;
    private int _asked;
    private TimeSpan _askedAt;
    private bool _mayHaveMore;
    private int _woken;

    /// <summary>Something may be due: the next look asks the ledger. Any thread may say so.</summary>
    public void Wake() => Volatile.Write(ref _woken, 1);

    /// <summary>Takes in what has come, and asks for more where little is held and more may be due; throws what the store threw.</summary>
    public void Restock(bool isPoll, CancellationToken cancellationToken)
    {
        TakeIn();
        _mayHaveMore |= Interlocked.Exchange(ref _woken, 0) == 1 || isPoll;
        if (_asking is not null || !_mayHaveMore || stock.Ready(queue) >= most / 2 || stock.Count >= mostInStock)
            return;

        (_asked, _askedAt, _mayHaveMore) = (most - stock.Ready(queue), lane.Clock, false);
        _asking = lane.Ledger.LeaseAsync(lane.Name, queue, lane.Owner, _asked, lane.UtcNow, lane.UtcNow + lane.LeaseFor, cancellationToken);
        alarm.RingAfter(_asking);
        TakeIn();
    }

    /// <summary>Takes in what has come; throws what the store threw.</summary>
    public void TakeIn()
    {
        if (_asking is not { IsCompleted: true } asked)
            return;

        _asking = null;
        // Where the store failed, what is due is still there.
        _mayHaveMore = true;
        var leased = asked.GetAwaiter().GetResult();
        _mayHaveMore = leased.Count == _asked;
        if (leased.Count == 0)
            return;

        stock.Add(leased, _askedAt);
        DeliveryEvents.Write(DeliveryEvents.AfterClaim, lane.Name, leased.Count);
    }

    /// <summary>Waits until the ledger has answered, whatever it says: nothing is leased after that.</summary>
    public async Task EndAsync() => await (_asking ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
