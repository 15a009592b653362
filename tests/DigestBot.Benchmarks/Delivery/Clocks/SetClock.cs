namespace DigestBot.Benchmarks.Delivery.Clocks;

/// <summary>A clock that shows what it is set to.</summary>
internal sealed class SetClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
