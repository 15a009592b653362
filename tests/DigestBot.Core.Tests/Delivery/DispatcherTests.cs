using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Delivery;

public sealed class DispatcherTests : IAsyncLifetime
{
    private static readonly SendOutcome Sent = new SendOutcome.Sent("1");
    private readonly DispatcherFixture _bot = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task What_is_due_is_sent_once_and_put_on_record()
    {
        _bot.Broadcast([1, 2, 3], "halo");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 3);
        await _bot.PassAsync(3);

        Assert.Equal(["1", "2", "3"], _bot.Telegram.Requests.Select(request => request.Chat.Chat).Order());
        Assert.All(_bot.Ledger.Rows, row => Assert.Equal("mn" + row.Id, row.MessageId));
    }

    [Fact]
    public async Task Nothing_leaves_before_it_is_on_record_as_leaving()
    {
        var states = new List<DeliveryState>();
        _bot.Telegram.Answer = (part, _, _) =>
        {
            states.Add(_bot.Ledger.Rows.Single(row => "n" + row.Id == part.Nonce).State);
            return Task.FromResult(Sent);
        };
        _bot.Broadcast(Enumerable.Range(1, 20), "halo");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 20);

        Assert.All(states, state => Assert.Equal(DeliveryState.Sending, state));
    }

    [Fact]
    public async Task Parts_arrive_in_order_and_a_chat_that_waits_holds_nobody_else()
    {
        _bot.Telegram.Limits = new() { PerSecond = 1000, ChatInterval = TimeSpan.FromSeconds(1) };
        _bot.Broadcast([1, 2], "satu", "dua", "tiga");
        _bot.Broadcast(Enumerable.Range(3, 30), "halo");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 36);

        var requests = _bot.Telegram.Requests.ToList();
        foreach (var chat in new[] { "1", "2" })
        {
            var own = requests.Where(request => request.Chat.Chat == chat).ToArray();
            Assert.Equal(["satu", "dua", "tiga"], own.Select(request => request.Part));
            Assert.All(own.Zip(own.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1)));
        }

        Assert.True(requests.FindLastIndex(request => request.Part == "halo") < requests.FindIndex(request => request.Part == "tiga"));
    }

    [Fact]
    public async Task A_lane_keeps_its_limit_in_every_sliding_second()
    {
        _bot.Telegram.Limits = new() { PerSecond = 30 };
        _bot.Broadcast(Enumerable.Range(1, 120), "halo");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 120);

        var times = _bot.Telegram.Requests.Select(request => request.At).ToArray();
        for (var i = 30; i < times.Length; i++)
            Assert.True(times[i] - times[i - 30] > TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task An_answer_does_not_wait_for_the_broadcast()
    {
        _bot.Telegram.Limits = new() { PerSecond = 30 };
        _bot.Broadcast(Enumerable.Range(1, 3_000), "halo");
        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count > 60);

        var before = _bot.Telegram.Count;
        _bot.Answer(9_999, "jawaban");
        await _bot.UntilAsync(() => _bot.Telegram.Requests.Any(request => request.Part == "jawaban"));

        Assert.InRange(_bot.Telegram.Requests.ToList().FindIndex(request => request.Part == "jawaban") - before, 0, 30);
    }

    [Fact]
    public async Task A_group_at_its_minutes_limit_waits_and_private_chats_do_not()
    {
        _bot.Telegram.Limits = new() { PerSecond = 1000, GroupPerMinute = 20 };
        _bot.Telegram.Groups = chat => chat.Chat == "1";
        _bot.Broadcast([1], [.. Enumerable.Range(1, 25).Select(part => part.ToString())]);

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 20);
        await _bot.PassAsync(5);
        _bot.Broadcast([2], "halo");
        await _bot.UntilAsync(() => _bot.Telegram.Requests.Any(request => request.Part == "halo"));
        Assert.Equal(20, _bot.Telegram.Requests.Count(request => request.Chat.Chat == "1"));
        await _bot.Time.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 26, TimeSpan.FromMilliseconds(100));

        var group = _bot.Telegram.Requests.Where(request => request.Chat.Chat == "1").ToArray();
        Assert.Equal(Enumerable.Range(1, 25).Select(part => part.ToString()), group.Select(request => request.Part));
        for (var i = 20; i < group.Length; i++)
            Assert.True(group[i].At - group[i - 20].At >= TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_platform_that_hangs_on_a_broadcast_still_gets_answers()
    {
        var arrive = new TaskCompletionSource<SendOutcome>();
        _bot.Telegram.Limits = new() { PerSecond = 1000, InFlight = 20 };
        _bot.Telegram.Answer = (part, _, _) => part.Part == "jawaban" ? Task.FromResult(Sent) : arrive.Task;
        _bot.Broadcast(Enumerable.Range(1, 60), "halo");
        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count == 19);

        _bot.Answer(99, "jawaban");
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 1);
        arrive.SetResult(Sent);
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 61);

        Assert.InRange(_bot.Telegram.MostUnderWay, 1, 20);
    }

    [Fact]
    public async Task An_expired_delivery_is_marked_and_not_sent()
    {
        var now = _bot.Time.GetUtcNow();
        _bot.Ledger.Add(DispatcherFixture.Chat(1), Lane.Broadcast, now, now.AddSeconds(-1), "lama");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Expired) == 1);

        Assert.Equal(0, _bot.Telegram.Count);
    }

    [Fact]
    public async Task A_bot_that_has_nothing_to_send_keeps_the_platform_and_seldom_writes_that_down()
    {
        var first = await _bot.StartAsync();
        await _bot.PassAsync(2);
        await _bot.StartAsync();
        await _bot.PassAsync(60);
        var renewals = _bot.Ledger.HoldsOf("telegram");
        await _bot.StopAsync(first);

        Assert.Single(renewals.Select(hold => hold.Owner).Distinct());
        Assert.InRange(renewals.Count, 2, 20);
        Assert.All(renewals.Zip(renewals.Skip(1)), pair => Assert.True(pair.Second.At < pair.First.Until));
    }

    [Fact]
    public async Task Two_instances_on_one_store_send_each_message_once_and_one_takes_over_from_the_other()
    {
        _bot.Telegram.Limits = new() { PerSecond = 50 };
        _bot.Broadcast(Enumerable.Range(1, 200), "halo");

        var first = await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count > 20);
        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count > 100);
        await _bot.StopAsync(first);
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 200);

        Assert.Equal(200, _bot.Telegram.Requests.Select(request => request.Nonce).Distinct().Count());
        Assert.Equal(200, _bot.Telegram.Count);
        var times = _bot.Telegram.Requests.Select(request => request.At).ToArray();
        for (var i = 50; i < times.Length; i++)
            Assert.True(times[i] - times[i - 50] > TimeSpan.FromSeconds(1));
    }
}
