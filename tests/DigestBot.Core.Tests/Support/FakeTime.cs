using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Support;

/// <summary>Moves a fake clock while loops that live by it run.</summary>
internal static class FakeTime
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(60);

    public static FakeTimeProvider At(string instant) => new(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Advances step by step until the condition holds, leaving the loops real time to run in between.</summary>
    public static async Task UntilAsync(this FakeTimeProvider time, Func<bool> condition, TimeSpan step)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < GiveUp, "it never came to pass");
            time.Advance(step);
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    public static Task UntilAsync(this FakeTimeProvider time, Func<bool> condition) => time.UntilAsync(condition, TimeSpan.FromMilliseconds(20));

    /// <summary>Lets the span pass step by step.</summary>
    public static Task PassAsync(this FakeTimeProvider time, TimeSpan span, TimeSpan step)
    {
        var until = time.GetUtcNow() + span;
        return time.UntilAsync(() => time.GetUtcNow() >= until, step);
    }
}
