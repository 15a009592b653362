namespace DigestBot.Delivery.Lanes;

/// <summary>The leased deliveries that a lane holds in memory, each until its chat may be sent to.</summary>
internal sealed class LaneStock
{
    private readonly Dictionary<Lane, Queue<Held>> _ready = new() { [Lane.Answer] = new(), [Lane.Broadcast] = new() };
    private readonly PriorityQueue<Held, TimeSpan> _parked = new();

    /// <summary>When the next parked one is looked at again; null where none is parked.</summary>
    public TimeSpan? NextParked => _parked.TryPeek(out _, out var until) ? until : null;

    /// <summary>How many are held that may go as far as their chats are known to.</summary>
    public int Ready(Lane lane) => _ready[lane].Count;

    /// <summary>How many are held in all.</summary>
    public int Count => _ready[Lane.Answer].Count + _ready[Lane.Broadcast].Count + _parked.Count;

    public void Add(IEnumerable<LeasedDelivery> deliveries, TimeSpan now)
    {
        foreach (var delivery in deliveries)
            _ready[delivery.Lane].Enqueue(new Held(delivery, now));
    }

    public bool TryTake(Lane lane, out Held held) => _ready[lane].TryDequeue(out held);

    public void Park(Held held, TimeSpan until) => _parked.Enqueue(held, until);

    /// <summary>Brings back those whose time has come.</summary>
    public void Unpark(TimeSpan now)
    {
        while (_parked.TryPeek(out var held, out var until) && until <= now)
        {
            _parked.Dequeue();
            _ready[held.Delivery.Lane].Enqueue(held);
        }
    }

    public void Clear()
    {
        _ready[Lane.Answer].Clear();
        _ready[Lane.Broadcast].Clear();
        _parked.Clear();
    }
}

/// <summary>A leased delivery and when it was leased.</summary>
internal readonly record struct Held(LeasedDelivery Delivery, TimeSpan LeasedAt);
