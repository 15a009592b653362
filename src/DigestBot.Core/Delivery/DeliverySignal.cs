using System.Collections.Immutable;

namespace DigestBot.Delivery;

/// <summary>Tells the dispatcher at once that something was enqueued; without it the dispatcher sees it within a second.</summary>
public sealed class DeliverySignal
{
    private ImmutableArray<Action> _listeners = [];

    /// <summary>Called after a message was enqueued.</summary>
    public void Wake()
    {
        foreach (var listener in _listeners)
            listener();
    }

    internal void Listen(Action listener) => ImmutableInterlocked.Update(ref _listeners, listeners => listeners.Add(listener));

    internal void Leave(Action listener) => ImmutableInterlocked.Update(ref _listeners, listeners => listeners.Remove(listener));
}
