using DigestBot.Support;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Delivery;

public sealed class DueUpkeepTests
{
    private readonly FakeTimeProvider _time = FakeTime.At("2026-11-24T00:00:00Z");
    private readonly InMemoryLedger _ledger = new();
    private readonly DueUpkeep _upkeep;

    public DueUpkeepTests() => _upkeep = new DueUpkeep(_ledger, _time);

    private int Settled => _ledger.Calls.Count(call => call == nameof(IDeliveryLedger.SettleDueAsync));

    [Fact]
    public async Task What_was_put_off_is_done_a_little_at_a_time()
    {
        _ledger.Upkeep = 5;

        Assert.InRange(await AfterAsync(chats: 1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(29));
        Assert.Equal(5, Settled);
    }

    [Fact]
    public async Task What_a_tick_has_no_time_for_is_left_to_the_next()
    {
        _ledger.Upkeep = 1_000;

        Assert.InRange(await AfterAsync(chats: 0), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(59));
        Assert.InRange(Settled, 2, 61);
    }

    [Fact]
    public async Task It_waits_for_a_tick_that_is_no_large_broadcast_and_for_three_at_most()
    {
        foreach (var (chats, settled) in ((int, int)[])[(1_000, 0), (999, 1), (1_000, 1), (1_000, 1), (1_000, 1), (1_000, 2), (1_000, 2)])
        {
            await AfterAsync(chats);

            Assert.Equal(settled, Settled);
        }
    }

    private async Task<TimeSpan> AfterAsync(int chats)
    {
        var begun = _time.GetTimestamp();
        var upkeep = _upkeep.AfterAsync(chats, TestContext.Current.CancellationToken);
        await _time.UntilAsync(() => upkeep.IsCompleted, TimeSpan.FromMilliseconds(100));
        await upkeep;
        return _time.GetElapsedTime(begun);
    }
}
