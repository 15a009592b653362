using DigestBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Platforms.Discord.Receiving;

public sealed class EventTurnsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _done = [];
    private bool _isAway;

    [Fact]
    public async Task What_comes_while_the_store_is_away_is_done_in_its_order_when_it_is_back()
    {
        var turns = Turns();
        _isAway = true;
        var left = turns.TakeAsync("left", _ => Note("left"), isMinor: false, Cancellation);
        var joined = turns.TakeAsync("joined", _ => Note("joined"), isMinor: false, Cancellation);
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty(_done);

        _isAway = false;
        _time.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(left, joined).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.Equal(["left", "joined"], _done);
    }

    [Fact]
    public async Task What_fails_for_another_reason_is_its_own_and_keeps_none_after_it_back()
    {
        var turns = Turns();

        await Assert.ThrowsAsync<FormatException>(() => turns.TakeAsync("broken", _ => throw new FormatException(), isMinor: false, Cancellation));
        await turns.TakeAsync("next", _ => Note("next"), isMinor: false, Cancellation);

        Assert.Equal(["next"], _done);
    }

    [Fact]
    public async Task A_stop_ends_the_waiting()
    {
        using var stop = new CancellationTokenSource();
        _isAway = true;
        var waiting = Turns().TakeAsync("left", _ => Note("left"), isMinor: false, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task More_than_can_be_kept_are_let_go_where_they_are_minor_and_no_others()
    {
        var turns = Turns();
        using var stop = new CancellationTokenSource();
        _isAway = true;
        for (var count = 0; count < EventTurns.MostWaiting; count++)
            _ = turns.TakeAsync("reaction", _ => Note("reaction"), isMinor: true, stop.Token);

        Assert.True(turns.TakeAsync("one more", _ => Note("one more"), isMinor: true, stop.Token).IsCompletedSuccessfully);
        Assert.False(turns.TakeAsync("left", _ => Note("left"), isMinor: false, stop.Token).IsCompleted);
        await stop.CancelAsync();
    }

    private EventTurns Turns() => new(_time, NullLogger<EventTurns>.Instance);

    private Task Note(string what)
    {
        if (_isAway)
            throw new StorageException("the database can't be reached");
        _done.Add(what);
        return Task.CompletedTask;
    }
}
