namespace DigestBot.Commands;

/// <summary>
/// Counts what each of many may ask: a minute's worth at once, and as much again with every minute. Who has used it up waits
/// until a sixth of it is there again, and is told so once. Any thread may ask.
/// </summary>
internal sealed class CommandBuckets(int perMinute, TimeProvider time)
{
    private const int MostRemembered = 20_000;
    private const int ShareToReopen = 6;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Null where it may be answered; else how long to wait, zero for one who was told already.</summary>
    public TimeSpan? Take(string who)
    {
        if (perMinute == 0)
            return null;

        lock (_lock)
        {
            if (_buckets.Count >= MostRemembered && !_buckets.ContainsKey(who))
                ForgetFull();

            var now = time.GetTimestamp();
            var bucket = _buckets.TryGetValue(who, out var known) ? Filled(known, now) : new Bucket(perMinute, now, IsShut: false);
            var needed = bucket.IsShut ? Math.Max(1, perMinute / (double)ShareToReopen) : 1;
            if (bucket.Tokens >= needed)
            {
                _buckets[who] = bucket with { Tokens = bucket.Tokens - 1, IsShut = false };
                return null;
            }

            _buckets[who] = bucket with { IsShut = true };
            var toReopen = Math.Max(1, perMinute / (double)ShareToReopen) - bucket.Tokens;
            return bucket.IsShut ? TimeSpan.Zero : TimeSpan.FromMinutes(toReopen / perMinute);
        }
    }

    private Bucket Filled(Bucket bucket, long now) => bucket with
    {
        Tokens = Math.Min(perMinute, bucket.Tokens + time.GetElapsedTime(bucket.At, now).TotalMinutes * perMinute),
        At = now,
    };

    /// <summary>Who has not asked for a minute is as good as new; where all have, all are forgotten.</summary>
    private void ForgetFull()
    {
        var now = time.GetTimestamp();
        foreach (var (who, _) in _buckets.Where(entry => Filled(entry.Value, now).Tokens >= perMinute).ToArray())
            _buckets.Remove(who);
        if (_buckets.Count >= MostRemembered)
            _buckets.Clear();
    }

    private readonly record struct Bucket(double Tokens, long At, bool IsShut);
}
