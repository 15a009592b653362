using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Delivery;

/// <summary>What the lane makes of each outcome: for the row, for its chat, for everything on the platform.</summary>
public sealed class DispatcherOutcomesTests : IAsyncLifetime
{
    private static readonly SendOutcome Sent = new SendOutcome.Sent("1");
    private readonly DispatcherFixture _bot = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_chat_that_is_told_to_wait_does_not_stop_the_others()
    {
        _bot.Telegram.Answer = (part, before, _) => Task.FromResult(
            part.Chat.Chat == "7" && before == 0 ? new SendOutcome.Later(TimeSpan.FromSeconds(40), LaterScope.Unstated, "429") : Sent);
        _bot.Broadcast(Enumerable.Range(1, 50), "halo");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 49);
        var others = _bot.Time.GetUtcNow();
        await _bot.Time.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 50, TimeSpan.FromMilliseconds(200));

        var seventh = _bot.Telegram.Requests.Where(request => request.Chat.Chat == "7").ToArray();
        Assert.Equal(2, seventh.Length);
        Assert.True(seventh[1].At - seventh[0].At >= TimeSpan.FromSeconds(40));
        Assert.True(others - seventh[0].At < TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_flood_of_the_whole_lane_stops_everything_and_one_probe_goes_first()
    {
        var floodUntil = DateTimeOffset.MaxValue;
        _bot.Telegram.Answer = (part, _, _) =>
        {
            if (_bot.Telegram.Count <= 40)
                return Task.FromResult(Sent);
            if (floodUntil == DateTimeOffset.MaxValue)
                floodUntil = part.At.AddSeconds(10);
            return Task.FromResult(part.At < floodUntil ? new SendOutcome.Later(floodUntil - part.At, LaterScope.Unstated, "429") : Sent);
        };
        _bot.Telegram.Limits = new() { PerSecond = 100 };
        _bot.Broadcast(Enumerable.Range(1, 200), "halo");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 200);

        var requests = _bot.Telegram.Requests;
        var refused = requests.Where(request => request.At < floodUntil).Skip(40).ToArray();
        Assert.InRange(refused.Length, 3, 3 + 12);
        Assert.DoesNotContain(requests, request => request.At >= refused[0].At.AddSeconds(0.5) && request.At < floodUntil);
    }

    [Fact]
    public async Task A_flood_that_lasts_longer_than_the_platform_says_is_asked_one_by_one_and_never_at_full_speed()
    {
        var floodUntil = _bot.Time.GetUtcNow().AddMinutes(1);
        _bot.Telegram.Answer = (part, _, _) => Task.FromResult(
            part.At < floodUntil ? new SendOutcome.Later(TimeSpan.FromSeconds(5), LaterScope.Unstated, "429") : Sent);
        _bot.Telegram.Limits = new() { PerSecond = 30 };
        _bot.Broadcast(Enumerable.Range(1, 500), "halo");

        await _bot.StartAsync();
        await _bot.Time.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 500, TimeSpan.FromMilliseconds(20));

        // Those that hear it first, half a second's worth, and one to three each time that the wait is over.
        Assert.InRange(_bot.Telegram.Requests.Count(request => request.At < floodUntil), 15 + 10, 18 + 3 * 12);
    }

    [Fact]
    public async Task A_platform_that_refuses_connections_stops_its_lane_only_and_burns_nothing()
    {
        var discord = new FakePlatform("discord", _bot.Time);
        _bot.Platforms.Add(discord);
        var isDown = true;
        _bot.Telegram.Answer = (_, _, _) => Task.FromResult(isDown ? new SendOutcome.Later(null, LaterScope.Lane, "connection refused") : Sent);
        _bot.Broadcast(Enumerable.Range(1, 30), "halo");
        for (var chat = 0; chat < 30; chat++)
            _bot.Ledger.Add(new ChatId("discord", chat.ToString()), Lane.Broadcast, _bot.Time.GetUtcNow(), "halo");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => discord.Count == 30);
        await _bot.PassAsync(20);
        var tries = _bot.Telegram.Count;
        Assert.Contains(_bot.Health.Problems(), problem => problem.Contains("connection refused"));
        isDown = false;
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 60);

        Assert.InRange(tries, 2, 50);
        Assert.Empty(_bot.Health.Problems());
        Assert.Equal(30, discord.Count);
    }

    [Fact]
    public async Task A_chat_that_is_gone_costs_one_request()
    {
        _bot.Telegram.Answer = (part, _, _) => Task.FromResult(part.Chat.Chat == "2" ? new SendOutcome.Gone("bot was blocked by the user") : Sent);
        _bot.Broadcast([1, 2, 3], "satu", "dua");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 4);
        await _bot.PassAsync(5);

        Assert.Single(_bot.Telegram.Requests, request => request.Chat.Chat == "2");
        Assert.Equal(2, _bot.Ledger.CountOf(DeliveryState.Failed));
    }

    [Fact]
    public async Task A_chat_that_moved_gets_its_message_at_the_new_place()
    {
        _bot.Telegram.Answer = (part, _, _) => Task.FromResult(part.Chat.Chat == "1" ? new SendOutcome.Moved(new ChatId("telegram", "-1001")) : Sent);
        _bot.Broadcast([1], "satu", "dua");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 2);

        Assert.Equal(["1", "-1001", "-1001"], _bot.Telegram.Requests.Select(request => request.Chat.Chat));
    }

    [Theory]
    [InlineData(UnknownPolicy.Resend, 2, DeliveryState.Sent)]
    [InlineData(UnknownPolicy.Skip, 1, DeliveryState.Unknown)]
    public async Task A_send_whose_answer_never_came_follows_the_policy_and_stays_listed(UnknownPolicy policy, int requests, DeliveryState state)
    {
        _bot.Options.OnUnknown = policy;
        _bot.Telegram.Answer = (_, before, _) => Task.FromResult(before == 0 ? new SendOutcome.Unknown("connection cut") : Sent);
        _bot.Broadcast([1], "halo");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(state) == 1);
        await _bot.PassAsync(5);

        Assert.Equal(requests, _bot.Telegram.Count);
        Assert.True(_bot.Ledger.Rows[0].WasUnknown);
    }

    [Fact]
    public async Task A_platform_that_hangs_is_given_up_after_the_timeout_and_counts_as_unknown()
    {
        _bot.Options.OnUnknown = UnknownPolicy.Skip;
        _bot.Telegram.Answer = async (_, _, cancelled) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancelled).ContinueWith(_ => { }, TaskScheduler.Default);
            return new SendOutcome.Unknown("timed out");
        };
        _bot.Broadcast([1], "halo");

        await _bot.StartAsync();
        await _bot.Time.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Unknown) == 1, TimeSpan.FromMilliseconds(200));

        Assert.Equal(1, _bot.Telegram.Count);
    }

    [Fact]
    public async Task A_platform_that_throws_counts_as_unknown_and_does_not_stop_the_lane()
    {
        _bot.Options.OnUnknown = UnknownPolicy.Skip;
        _bot.Telegram.Answer = (part, _, _) => part.Chat.Chat == "1" ? throw new InvalidOperationException("a bug") : Task.FromResult(Sent);
        _bot.Broadcast([1, 2], "halo");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 1 && _bot.Ledger.CountOf(DeliveryState.Unknown) == 1);
    }

    [Fact]
    public async Task A_halted_platform_stops_its_lane_and_the_program_where_it_was_the_last()
    {
        _bot.Telegram.Answer = (_, _, _) => Task.FromResult<SendOutcome>(new SendOutcome.Halted("401 Unauthorized"));
        _bot.Telegram.Limits = new() { PerSecond = 30 };
        _bot.Broadcast(Enumerable.Range(1, 50), "halo");
        var exitCode = Environment.ExitCode;

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.WasAskedToStop);
        await _bot.PassAsync(3);
        var asked = Environment.ExitCode;
        Environment.ExitCode = exitCode;

        Assert.Equal(1, asked);
        Assert.InRange(_bot.Telegram.Count, 1, 6);
        Assert.Equal(50, _bot.Ledger.CountOf(DeliveryState.Pending));
        Assert.Contains("telegram: 401 Unauthorized", _bot.Health.Problems());
    }

    [Fact]
    public async Task A_halted_platform_leaves_the_program_running_where_another_works()
    {
        _bot.Platforms.Add(new FakePlatform("discord", _bot.Time));
        _bot.Telegram.Answer = (_, _, _) => Task.FromResult<SendOutcome>(new SendOutcome.Halted("401 Unauthorized"));
        _bot.Broadcast([1], "halo");
        _bot.Ledger.Add(new ChatId("discord", "1"), Lane.Broadcast, _bot.Time.GetUtcNow().AddSeconds(5), "halo");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 1);

        Assert.False(_bot.WasAskedToStop);
        Assert.Contains("telegram: 401 Unauthorized", _bot.Health.Problems());
    }

    [Fact]
    public async Task A_halted_platform_is_asked_again_after_a_while_where_another_works()
    {
        _bot.Platforms.Add(new FakePlatform("discord", _bot.Time));
        _bot.Telegram.Answer = (_, _, _) => Task.FromResult<SendOutcome>(new SendOutcome.Halted("401 Unauthorized"));
        _bot.Broadcast([1], "halo");
        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Health.Problems().Contains("telegram: 401 Unauthorized"));
        var halted = _bot.Time.GetUtcNow();
        _bot.Telegram.Answer = (_, _, _) => Task.FromResult(Sent);

        await _bot.Time.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 1, TimeSpan.FromSeconds(1));

        Assert.True(_bot.Time.GetUtcNow() - halted >= Dispatcher.AskAgainAfter - TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(_bot.Health.Problems(), problem => problem.StartsWith("telegram", StringComparison.Ordinal));
    }
}
