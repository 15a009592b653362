namespace DigestBot.Delivery;

/// <summary>A lane does not wait for its store where it need not, and sends nothing that is not on record.</summary>
public sealed class SlowStoreTests : IAsyncLifetime
{
    private readonly DispatcherFixture _bot = new();
    private readonly TaskCompletionSource _storeAnswers = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _storeAnswers.TrySetResult();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task What_is_in_stock_goes_out_while_more_is_leased()
    {
        _bot.Telegram.Limits = new() { PerSecond = 16 };
        _bot.Broadcast(Enumerable.Range(1, 40), "halo");
        var leases = 0;
        Hang(nameof(IDeliveryLedger.LeaseAsync), () => Interlocked.Increment(ref leases) > 2);

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Telegram.Count == 16);
        await _bot.PassAsync(3);

        Assert.Equal(16, _bot.Telegram.Count);
        _storeAnswers.SetResult();
        await _bot.UntilAsync(() => _bot.Telegram.Count == 40);
    }

    [Fact]
    public async Task What_came_back_is_settled_while_the_next_are_put_on_record()
    {
        _bot.Telegram.Limits = new() { PerSecond = 30 };
        _bot.Broadcast(Enumerable.Range(1, 40), "halo");
        var begins = 0;
        Hang(nameof(IDeliveryLedger.BeginSendingAsync), () => Interlocked.Increment(ref begins) > 1);

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == _bot.Telegram.Count && _bot.Telegram.Count > 0);

        Assert.InRange(_bot.Ledger.CountOf(DeliveryState.Sent), 1, 39);
        _storeAnswers.SetResult();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 40);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_store_has_said_that_it_is_on_record()
    {
        _bot.Broadcast([1, 2, 3], "halo");
        Hang(nameof(IDeliveryLedger.BeginSendingAsync), () => true);

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sending) > 0);
        await _bot.PassAsync(3);

        Assert.Equal(0, _bot.Telegram.Count);
        _storeAnswers.SetResult();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 3);
    }

    [Fact]
    public async Task What_is_being_put_on_record_at_a_stop_goes_back_unsent()
    {
        _bot.Broadcast([1, 2, 3], "halo");
        Hang(nameof(IDeliveryLedger.BeginSendingAsync), () => true);
        var dispatcher = await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sending) > 0);

        var stopping = _bot.StopAsync(dispatcher);
        _storeAnswers.SetResult();
        await stopping;

        Assert.Equal(0, _bot.Telegram.Count);
        Assert.Equal(3, _bot.Ledger.CountOf(DeliveryState.Pending));
    }

    [Fact]
    public async Task What_is_being_leased_at_a_stop_is_let_go()
    {
        Hang(nameof(IDeliveryLedger.LeaseAsync), () => true);
        _bot.Broadcast([1, 2, 3], "halo");
        var dispatcher = await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Leased) == 3);

        var stopping = _bot.StopAsync(dispatcher);
        _storeAnswers.SetResult();
        await stopping;

        Assert.Equal(3, _bot.Ledger.CountOf(DeliveryState.Pending));
    }

    private void Hang(string call, Func<bool> applies) =>
        _bot.Ledger.AnswersAfter = asked => asked == call && applies() ? _storeAnswers.Task : Task.CompletedTask;
}
