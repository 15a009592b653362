namespace DigestBot.Benchmarks.Delivery.Clocks;

/// <summary>
/// The clock changes of one zone as this machine's database has them, and what follows from them by plain subtraction: none of
/// the bot's code, and not the database that it ships with.
/// </summary>
internal sealed class ZoneTable
{
    private readonly List<Period> _periods = [];

    public ZoneTable(TimeZoneInfo zone, DateTime from, DateTime until)
    {
        var (since, offset) = (DateTime.MinValue, zone.GetUtcOffset(from));
        for (var hour = from; hour < until; hour = hour.AddHours(1))
        {
            var next = zone.GetUtcOffset(hour.AddHours(1));
            if (next == offset)
                continue;

            var change = ChangeWithin(zone, hour, hour.AddHours(1), offset);
            _periods.Add(new Period(since, change, offset));
            (since, offset) = (change, next);
        }

        _periods.Add(new Period(since, DateTime.MaxValue, offset));
    }

    /// <summary>When the clock changes, in UTC, with the offset before and after.</summary>
    public IEnumerable<(DateTime At, TimeSpan Before, TimeSpan After)> Changes =>
        _periods.Zip(_periods.Skip(1), (before, after) => (after.Since, before.Offset, after.Offset));

    public TimeSpan OffsetAt(DateTime utc) => _periods.Find(period => period.Since <= utc && utc < period.Until)!.Offset;

    /// <summary>
    /// When a digest of this local time is due: at the first instant at which a clock shows it, and where the clock skips it
    /// as much later as the clock skips.
    /// </summary>
    public DateTime DueOf(DateTime local)
    {
        foreach (var period in _periods)
        {
            var utc = Minus(local, period.Offset);
            if (period.Since <= utc && utc < period.Until)
                return utc;
            // Past the end of this period and before the next begins: no clock shows it.
            if (utc < period.Until || period.Until == DateTime.MaxValue)
                continue;
            var next = _periods.Find(later => later.Since == period.Until)!;
            if (Minus(local, next.Offset) < next.Since)
                return utc;
        }

        throw new InvalidOperationException($"no instant for {local:s}");
    }

    private static DateTime Minus(DateTime local, TimeSpan offset) => DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);

    private static DateTime ChangeWithin(TimeZoneInfo zone, DateTime before, DateTime after, TimeSpan offset)
    {
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before + (after - before) / 2;
            if (zone.GetUtcOffset(middle) == offset)
                before = middle;
            else
                after = middle;
        }

        // The databases know whole seconds.
        return new DateTime((after.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
    }

    private sealed record Period(DateTime Since, DateTime Until, TimeSpan Offset);
}
