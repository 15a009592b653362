namespace DigestBot.Delivery.Lanes;

/// <summary>
/// Deliveries about to leave: being put on record, beside the lane's loop, or on record and waiting for their place in the
/// rhythm. So the next are recorded while those before them start. Its state belongs to the loop.
/// </summary>
internal sealed class LaneDepartures(LaneContext lane, Alarm alarm)
{
    private readonly Dictionary<Lane, Queue<LeasedDelivery>> _ready = new() { [Lane.Answer] = new(), [Lane.Broadcast] = new() };
    private List<LeasedDelivery> _chosen = [];
    private Task<IReadOnlyList<LeasedDelivery>>? _recording;

    /// <summary>Some are being put on record.</summary>
    public bool IsRecording => _recording is not null;

    /// <summary>How many are about to leave.</summary>
    public int Count => CountOf(Lane.Answer) + CountOf(Lane.Broadcast);

    /// <summary>How many of a queue are.</summary>
    public int CountOf(Lane queue) => _chosen.Count(delivery => delivery.Lane == queue) + Ready(queue);

    /// <summary>How many of a queue are on record.</summary>
    public int Ready(Lane queue) => _ready[queue].Count;

    /// <summary>The first of a queue that is on record.</summary>
    public LeasedDelivery Next(Lane queue) => _ready[queue].Dequeue();

    /// <summary>Puts these on record as leaving; rings when that is done.</summary>
    public void Record(List<LeasedDelivery> chosen, CancellationToken cancellationToken)
    {
        _chosen = chosen;
        DeliveryEvents.Write(DeliveryEvents.BeforeSendingCommit, lane.Name, chosen.Count);
        _recording = RecordAsync(chosen, cancellationToken);
        alarm.RingAfter(_recording);
    }

    /// <summary>Takes in those that are on record by now; returns those that this instance no longer holds. Throws what the store threw.</summary>
    public IReadOnlyList<LeasedDelivery> TakeIn()
    {
        if (_recording is not { IsCompleted: true } recorded)
            return [];

        _recording = null;
        var begun = recorded.GetAwaiter().GetResult();
        foreach (var delivery in begun)
            _ready[delivery.Lane].Enqueue(delivery);
        var chosen = TakeChosen();
        return begun.Count == chosen.Count ? [] : [.. chosen.ExceptBy(begun.Select(delivery => delivery.Id), delivery => delivery.Id)];
    }

    /// <summary>All of them, but for those that are just being put on record; they are no longer about to leave.</summary>
    public IReadOnlyList<LeasedDelivery> TakeAll()
    {
        List<LeasedDelivery> all = [.. _ready[Lane.Answer], .. _ready[Lane.Broadcast]];
        _ready[Lane.Answer].Clear();
        _ready[Lane.Broadcast].Clear();
        if (_recording is { IsCompleted: false })
            return all;

        _recording = null;
        return [.. all, .. TakeChosen()];
    }

    /// <summary>Waits until nothing is being put on record, whatever becomes of it.</summary>
    public async Task EndAsync() => await (_recording ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private List<LeasedDelivery> TakeChosen()
    {
        var chosen = _chosen;
        _chosen = [];
        return chosen;
    }

    private async Task<IReadOnlyList<LeasedDelivery>> RecordAsync(List<LeasedDelivery> chosen, CancellationToken cancellationToken)
    {
        var begun = await lane.Ledger.BeginSendingAsync(chosen, lane.Owner, lane.UtcNow, cancellationToken);
        DeliveryEvents.Write(DeliveryEvents.AfterSendingCommit, lane.Name, begun.Count);
        return begun;
    }
}
