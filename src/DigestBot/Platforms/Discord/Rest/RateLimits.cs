namespace DigestBot.Platforms.Discord.Rest;

/// <summary>
/// Which call may go when: buckets as the answers' headers tell them, the limit over all calls, and the budget of invalid
/// requests. What a server's buckets are is never known beforehand.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    private const int PerSecond = 50;
    private const int MostRemembered = 4096;

    private readonly Lock _gate = new();
    private readonly long _origin = time.GetTimestamp();
    private readonly Dictionary<string, string> _bucketOfRoute = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Bucket, string Major), RateBucket> _buckets = [];
    private readonly CallWindow _window = new(PerSecond);
    private readonly InvalidRequests _invalid = new();
    private TimeSpan _closedUntil;

    /// <summary>Why the call can't go yet; null where it may. Nothing is taken from any limit.</summary>
    public HeldBack? HeldBackNow(RestRequest request)
    {
        lock (_gate)
            return HeldBackAt(request, Now);
    }

    /// <summary>Takes the call's place in every limit, or says how long it has to wait for one.</summary>
    public (RateBucket? Place, TimeSpan Wait) Enter(RestRequest request)
    {
        lock (_gate)
        {
            var now = Now;
            if (HeldBackAt(request, now) is { } held)
                return (null, held.Delay);
            if (!request.IsInteraction && _window.WaitFor(request, now) is { } wait)
                return (null, wait);
            if (!request.IsInteraction)
                _window.Begin(request, now);

            var bucket = BucketOf(request, now);
            bucket.Begin();
            return (bucket, TimeSpan.Zero);
        }
    }

    /// <summary>The call has ended; without headers no answer came.</summary>
    public void Leave(RestRequest request, RateBucket place, RateHeaders? said)
    {
        lock (_gate)
        {
            var now = Now;
            place.End(said, now);
            if (!request.IsInteraction)
                _window.End(request, now);
            if (said?.Bucket is not { Length: > 0 } name || (_bucketOfRoute.TryGetValue(request.Route, out var known) && known == name))
                return;

            // The bucket's name is learnt, or has changed: what is known of it goes along for every channel, so that nothing bursts.
            _bucketOfRoute[request.Route] = name;
            foreach (var (key, bucket) in _buckets.Where(entry => entry.Key.Bucket == (known ?? request.Route)).ToArray())
                _buckets.TryAdd((name, key.Major), bucket);
            _buckets[(name, request.Major)] = place;
        }
    }

    /// <summary>A call was refused with 401, 403 or 429; true where the budget is used up by it.</summary>
    public bool Refused(int status, RateScope scope)
    {
        lock (_gate)
            return !(status == 429 && scope == RateScope.Shared) && _invalid.Add(Now);
    }

    /// <summary>A 429 came.</summary>
    public void Flooded(RateBucket place, RateScope scope, TimeSpan delay)
    {
        lock (_gate)
        {
            if (scope != RateScope.Global)
                place.Exhaust(delay, Now);
            else if (Now + delay > _closedUntil)
                _closedUntil = Now + delay;
        }
    }

    private TimeSpan Now => time.GetElapsedTime(_origin);

    private HeldBack? HeldBackAt(RestRequest request, TimeSpan now)
    {
        if (!request.IsInteraction && now < _closedUntil)
            return new HeldBack(_closedUntil - now, IsLane: true, "Discord stops every call for now");
        if (!request.IsInteraction && _invalid.DelayAt(now) is var pause && pause > TimeSpan.Zero)
            return new HeldBack(pause, IsLane: true, "too many refused requests in ten minutes");

        var delay = BucketOf(request, now).DelayAt(now);
        return delay > TimeSpan.Zero ? new HeldBack(delay, IsLane: false, "the bucket is empty") : null;
    }

    private RateBucket BucketOf(RestRequest request, TimeSpan now)
    {
        var key = (_bucketOfRoute.GetValueOrDefault(request.Route, request.Route), request.Major);
        if (_buckets.TryGetValue(key, out var bucket))
            return bucket;

        if (_buckets.Count >= MostRemembered)
        {
            foreach (var (other, idle) in _buckets.Where(entry => entry.Value.IsIdle(now)).ToArray())
                _buckets.Remove(other);
        }

        return _buckets[key] = new RateBucket();
    }
}

/// <summary>A call that has to wait.</summary>
/// <param name="Delay">How long.</param>
/// <param name="IsLane">Whether everything waits with it.</param>
/// <param name="Reason">Why.</param>
internal sealed record HeldBack(TimeSpan Delay, bool IsLane, string Reason);
