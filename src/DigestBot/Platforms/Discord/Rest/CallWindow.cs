namespace DigestBot.Platforms.Discord.Rest;

/// <summary>
/// The limit over all calls of a second (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit). The lane
/// keeps its deliveries within it, and knows when they may have arrived; of what is called beside them it knows nothing. So
/// any other call has its place from its start until a second after its answer, and as long as there is one, deliveries are
/// counted that way too. Pure: the clock is an argument and never runs back.
/// </summary>
internal sealed class CallWindow(int perSecond)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>How soon it is asked again where nothing tells when a place gets free.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly Queue<TimeSpan> _begun = new();
    private readonly Calls _deliveries = new();
    private readonly Calls _others = new();
    private TimeSpan _wantedUntil = TimeSpan.MinValue;

    /// <summary>How long the call has to wait for a place; null where there is one.</summary>
    public TimeSpan? WaitFor(RestRequest request, TimeSpan now)
    {
        Forget(_begun, now);
        var others = _others.At(now) + (request.IsDelivery && now < _wantedUntil ? 1 : 0);
        var isAlone = request.IsDelivery && others == 0;
        var deliveries = _deliveries.At(now);
        if ((isAlone ? _begun.Count : deliveries + others) < perSecond)
            return null;

        var wait = isAlone ? Until(_begun.Peek(), now) : Sooner(_deliveries.NextFree, _others.NextFree) is { } ended ? Until(ended, now) : Look;
        // A broadcast that uses the whole second would leave it none for ever.
        if (!request.IsDelivery)
            _wantedUntil = now + wait + Look;
        return wait;
    }

    /// <summary>The call takes its place.</summary>
    public void Begin(RestRequest request, TimeSpan now)
    {
        if (request.IsDelivery)
            _begun.Enqueue(now);
        Of(request).UnderWay++;
    }

    /// <summary>Its answer came, or is not waited for any more.</summary>
    public void End(RestRequest request, TimeSpan now)
    {
        Of(request).UnderWay--;
        Of(request).Ended.Enqueue(now);
    }

    private Calls Of(RestRequest request) => request.IsDelivery ? _deliveries : _others;

    private static TimeSpan Until(TimeSpan oldest, TimeSpan now) => oldest + Second - now + TimeSpan.FromMilliseconds(1);

    private static TimeSpan? Sooner(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other : one;

    private static void Forget(Queue<TimeSpan> times, TimeSpan now)
    {
        while (times.TryPeek(out var oldest) && now - oldest > Second)
            times.Dequeue();
    }

    private sealed class Calls
    {
        public int UnderWay { get; set; }

        public Queue<TimeSpan> Ended { get; } = new();

        public TimeSpan? NextFree => Ended.TryPeek(out var oldest) ? oldest : null;

        public int At(TimeSpan now)
        {
            Forget(Ended, now);
            return UnderWay + Ended.Count;
        }
    }
}
