using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.Gateway;

/// <summary>How often the bot may identify: so many times a day, and once in five seconds for each kind of shard.</summary>
public sealed class IdentifyBudget
{
    private readonly DiscordSimulatorOptions _options;
    private readonly Func<DateTimeOffset> _now;
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _used = new();
    private double _last = double.NegativeInfinity;

    internal IdentifyBudget(DiscordSimulatorOptions options, Func<DateTimeOffset> now) => (_options, _now) = (options, now);

    public int Shards => _options.Shards;

    /// <summary>How many identifies came in the last day.</summary>
    public int Used
    {
        get
        {
            lock (_gate)
                return Count();
        }
    }

    /// <summary>True once too many came: the token opens nothing any more.</summary>
    public bool WasReset { get; private set; }

    /// <summary>Takes one; false where it came too soon after the one before.</summary>
    internal bool Take(double seconds)
    {
        lock (_gate)
        {
            _used.Enqueue(_now());
            WasReset |= Count() > _options.IdentifiesPerDay;
            var fits = seconds - _last >= _options.IdentifySeconds;
            if (fits)
                _last = seconds;
            return fits;
        }
    }

    internal JsonObject Describe()
    {
        lock (_gate)
        {
            var used = Count();
            var resets = used == 0 ? 0 : (_used.Peek().AddDays(1) - _now()).TotalMilliseconds;
            return new JsonObject
            {
                ["total"] = _options.IdentifiesPerDay,
                ["remaining"] = Math.Max(0, _options.IdentifiesPerDay - used),
                ["reset_after"] = (long)Math.Max(0, resets),
                ["max_concurrency"] = 1,
            };
        }
    }

    private int Count()
    {
        while (_used.TryPeek(out var oldest) && oldest <= _now().AddDays(-1))
            _used.Dequeue();
        return _used.Count;
    }
}
