namespace DigestBot.Delivery;

public sealed class PlatformHoldsTests
{
    private readonly PlatformHolds _holds = new();

    [Fact]
    public async Task Whoever_waits_for_a_platform_goes_on_when_it_is_taken()
    {
        var waiting = _holds.WhenTakenAsync("telegram", TestContext.Current.CancellationToken);
        _holds.Take("discord");
        Assert.False(waiting.IsCompleted);
        Assert.False(_holds.Has("telegram"));

        _holds.Take("telegram");

        Assert.False((await waiting).IsCancellationRequested);
        Assert.True(_holds.Has("telegram"));
    }

    [Fact]
    public async Task A_platform_that_is_lost_is_told_to_whoever_uses_it_and_can_be_taken_again()
    {
        _holds.Take("telegram");
        var lost = await _holds.WhenTakenAsync("telegram", TestContext.Current.CancellationToken);
        _holds.Lose("telegram");
        Assert.True(lost.IsCancellationRequested);
        Assert.False(_holds.Has("telegram"));

        var again = _holds.WhenTakenAsync("telegram", TestContext.Current.CancellationToken);
        Assert.False(again.IsCompleted);
        _holds.Take("telegram");

        Assert.False((await again).IsCancellationRequested);
    }

    [Fact]
    public async Task Taking_or_losing_once_more_changes_nothing()
    {
        _holds.Lose("telegram");
        _holds.Take("telegram");
        var lost = await _holds.WhenTakenAsync("telegram", TestContext.Current.CancellationToken);

        _holds.Take("telegram");

        Assert.Equal(lost, await _holds.WhenTakenAsync("telegram", TestContext.Current.CancellationToken));
        Assert.False(lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_wait_can_be_called_off()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _holds.WhenTakenAsync("telegram", stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Before_the_store_has_answered_nobody_knows_who_has_a_platform()
    {
        var asked = _holds.WhenAskedAsync("telegram", TestContext.Current.CancellationToken);
        _holds.Take("discord");
        Assert.False(asked.IsCompleted);

        _holds.Lose("telegram");

        await asked;
        await _holds.WhenAskedAsync("discord", TestContext.Current.CancellationToken);
    }
}
