using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Delivery;

public sealed class DispatcherStopTests : IAsyncLifetime
{
    private static readonly SendOutcome Sent = new SendOutcome.Sent("1");
    private readonly DispatcherFixture _bot = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_graceful_stop_waits_for_what_is_under_way_and_gives_back_the_rest()
    {
        _bot.Telegram.Limits = new() { PerSecond = 30 };
        _bot.Telegram.Answer = async (_, _, cancelled) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), _bot.Time, cancelled);
            return Sent;
        };
        _bot.Broadcast(Enumerable.Range(1, 100), "halo");
        var dispatcher = await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count > 40);

        await _bot.StopAsync(dispatcher);

        Assert.Equal(_bot.Telegram.Count, _bot.Ledger.CountOf(DeliveryState.Sent));
        Assert.Equal(100, _bot.Ledger.CountOf(DeliveryState.Sent) + _bot.Ledger.CountOf(DeliveryState.Pending));
    }

    [Fact]
    public async Task Twenty_restarts_within_one_broadcast_lose_nothing_and_send_nothing_twice()
    {
        _bot.Telegram.Limits = new() { PerSecond = 100 };
        _bot.Telegram.Answer = async (_, _, cancelled) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), _bot.Time, cancelled);
            return Sent;
        };
        _bot.Broadcast(Enumerable.Range(1, 400), "halo");
        for (var restart = 1; restart <= 20; restart++)
        {
            var dispatcher = await _bot.StartAsync();
            await _bot.UntilAsync(() => _bot.Telegram.Count >= restart * 19);
            await _bot.StopAsync(dispatcher);
        }

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 400);

        Assert.Equal(400, _bot.Telegram.Count);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_ever_for_a_platform_that_hangs()
    {
        _bot.Options.OnUnknown = UnknownPolicy.Skip;
        _bot.Telegram.Answer = async (_, _, cancelled) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancelled).ContinueWith(_ => { }, TaskScheduler.Default);
            return new SendOutcome.Unknown("given up");
        };
        _bot.Broadcast([1], "halo");
        var dispatcher = await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count == 1);
        var began = _bot.Time.GetUtcNow();

        await _bot.StopAsync(dispatcher);

        Assert.InRange(_bot.Time.GetUtcNow() - began, _bot.Options.DrainTimeout, _bot.Options.DrainTimeout + TimeSpan.FromSeconds(8));
        Assert.Equal(1, _bot.Ledger.CountOf(DeliveryState.Unknown));
    }

    [Fact]
    public async Task While_the_store_is_gone_nothing_is_sent_and_afterwards_everything_is_once()
    {
        _bot.Telegram.Limits = new() { PerSecond = 50 };
        _bot.Broadcast(Enumerable.Range(1, 150), "halo");
        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count > 30);

        _bot.Ledger.Failure = _ => new IOException("disk full");
        await _bot.PassAsync(1);
        var sent = _bot.Telegram.Count;
        await _bot.PassAsync(20);
        Assert.Equal(sent, _bot.Telegram.Count);
        Assert.Contains(_bot.Health.Problems(), problem => problem.Contains("disk full"));
        _bot.Ledger.Failure = _ => null;
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 150);

        Assert.Equal(150, _bot.Telegram.Count);
        Assert.Empty(_bot.Health.Problems());
    }

    [Fact]
    public async Task Outcomes_that_cannot_be_recorded_are_kept_until_they_are()
    {
        _bot.Ledger.Failure = call => call == nameof(InMemoryLedger.CompleteAsync) ? new IOException("locked") : null;
        _bot.Broadcast([1, 2, 3], "halo");
        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count == 3);
        await _bot.PassAsync(10);
        Assert.Equal(3, _bot.Ledger.CountOf(DeliveryState.Sending));

        _bot.Ledger.Failure = _ => null;
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 3);

        Assert.Equal(3, _bot.Telegram.Count);
    }

    [Fact]
    public async Task A_store_that_is_gone_for_longer_than_a_lease_makes_no_duplicate_of_what_was_sent_meanwhile()
    {
        _bot.Telegram.Limits = new() { PerSecond = 50 };
        _bot.Telegram.Answer = async (_, _, cancelled) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), _bot.Time, cancelled);
            return Sent;
        };
        _bot.Broadcast(Enumerable.Range(1, 60), "halo");
        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count > 20);

        _bot.Ledger.Failure = _ => new IOException("gone");
        await _bot.Time.PassAsync(TimeSpan.FromMinutes(3), TimeSpan.FromMilliseconds(200));
        _bot.Ledger.Failure = _ => null;
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 60);

        Assert.Equal(60, _bot.Telegram.Count);
    }

    [Fact]
    public async Task A_commit_that_fails_leaves_nothing_in_doubt()
    {
        var failures = 3;
        _bot.Ledger.Failure = call => call == nameof(InMemoryLedger.BeginSendingAsync) && failures-- > 0 ? new IOException("locked") : null;
        _bot.Broadcast([1, 2, 3], "halo");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 3);

        Assert.Equal(3, _bot.Telegram.Count);
        Assert.DoesNotContain(_bot.Ledger.Rows, row => row.WasUnknown);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-30)]
    public async Task A_clock_that_is_set_back_keeps_no_answer_from_anybody(int hours)
    {
        await _bot.StartAsync();
        await _bot.PassAsync(2);
        _bot.Clock.SetBy = TimeSpan.FromHours(hours);
        await _bot.PassAsync(2);
        var now = _bot.Clock.GetUtcNow();

        _bot.Ledger.Add(DispatcherFixture.Chat(1), Lane.Answer, now, now.AddHours(1), "jawaban");
        _bot.Signal.Wake();
        await _bot.PassAsync(2);

        Assert.Equal(1, _bot.Ledger.CountOf(DeliveryState.Sent));
    }

    [Fact]
    public async Task What_was_to_wait_half_a_minute_waits_no_longer_where_the_clock_is_set_back()
    {
        _bot.Telegram.Answer = (_, _, _) => Task.FromResult(
            _bot.Telegram.Count == 1 ? new SendOutcome.Later(TimeSpan.FromSeconds(30), LaterScope.Chat, "429") : Sent);
        _bot.Broadcast([1], "halo");
        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count == 1);
        await _bot.PassAsync(1);

        _bot.Clock.SetBy = TimeSpan.FromHours(-7);
        await _bot.PassAsync(40);

        Assert.Equal(1, _bot.Ledger.CountOf(DeliveryState.Sent));
    }

    [Fact]
    public async Task A_clock_that_is_a_day_ahead_for_a_moment_takes_nothing_from_what_is_due()
    {
        _bot.Telegram.Limits = new() { PerSecond = 10 };
        _bot.Broadcast(Enumerable.Range(1, 100), "halo");
        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count > 20);

        _bot.Clock.SetBy = TimeSpan.FromDays(2);
        await _bot.PassAsync(2);
        _bot.Clock.SetBy = TimeSpan.Zero;
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 100);

        Assert.Equal(100, _bot.Telegram.Count);
    }

    [Fact]
    public async Task A_clock_that_is_set_an_hour_on_takes_nothing_from_what_is_under_way()
    {
        var arrive = new TaskCompletionSource<SendOutcome>();
        _bot.Telegram.Answer = (_, _, _) => arrive.Task;
        _bot.Broadcast([1], "halo");
        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count == 1);

        _bot.Clock.SetBy = TimeSpan.FromHours(1);
        await _bot.PassAsync(20);
        arrive.SetResult(Sent);
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 1);

        Assert.Equal(1, _bot.Telegram.Count);
        Assert.False(_bot.Ledger.Rows[0].WasUnknown);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_that_is_set_while_a_broadcast_runs_stops_nothing_and_breaks_no_limit(int hours)
    {
        _bot.Telegram.Limits = new() { PerSecond = 50, ChatInterval = TimeSpan.FromSeconds(1) };
        _bot.Broadcast(Enumerable.Range(1, 150), "halo");
        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count > 40);

        _bot.Clock.SetBy = TimeSpan.FromHours(hours);
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 150);

        var times = _bot.Telegram.Requests.Select(request => request.At).ToArray();
        for (var i = 50; i < times.Length; i++)
            Assert.True(times[i] - times[i - 50] > TimeSpan.FromSeconds(1));
        Assert.Equal(times.Length, _bot.Telegram.Requests.Select(request => request.Nonce).Distinct().Count());
    }

    [Fact]
    public async Task What_a_dead_instance_had_leased_is_sent_and_what_it_was_sending_is_listed()
    {
        _bot.Options.OnUnknown = UnknownPolicy.Skip;
        _bot.Broadcast([1, 2], "halo");
        var now = _bot.Time.GetUtcNow();
        var leased = await _bot.Ledger.LeaseAsync("telegram", Lane.Broadcast, "dead", 2, now, now.AddSeconds(30), TestContext.Current.CancellationToken);
        await _bot.Ledger.BeginSendingAsync([leased[0]], "dead", now, TestContext.Current.CancellationToken);

        await _bot.StartAsync();
        await _bot.Time.UntilAsync(
            () => _bot.Ledger.CountOf(DeliveryState.Sent) == 1 && _bot.Ledger.CountOf(DeliveryState.Unknown) == 1, TimeSpan.FromMilliseconds(200));

        Assert.Contains(nameof(IDeliveryLedger.TakeBackAsync), _bot.Ledger.Calls);
        Assert.Equal("2", Assert.Single(_bot.Telegram.Requests).Chat.Chat);
    }
}
