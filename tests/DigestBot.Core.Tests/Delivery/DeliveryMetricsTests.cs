using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Delivery;

public sealed class DeliveryMetricsTests : IAsyncLifetime
{
    private readonly DispatcherFixture _bot = new();
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, double> _sums = new();

    public ValueTask InitializeAsync()
    {
        // Meters of other tests that run meanwhile have another factory as their scope.
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == DeliveryMetrics.MeterName && instrument.Meter.Scope == _bot)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _listener.Dispose();
    }

    [Fact]
    public async Task Every_outcome_is_counted()
    {
        _bot.Options.OnUnknown = UnknownPolicy.Skip;
        _bot.Telegram.Answer = (part, before, _) => Task.FromResult<SendOutcome>(part.Chat.Chat switch
        {
            "1" => new SendOutcome.Gone("blocked"),
            "2" => new SendOutcome.Unknown("cut"),
            "3" when before == 0 => new SendOutcome.Later(TimeSpan.FromSeconds(1), LaterScope.Chat, "429"),
            "4" when before == 0 => new SendOutcome.Later(TimeSpan.FromSeconds(1), LaterScope.Chat, "the group is closed for the night") { IsLimit = false },
            _ => new SendOutcome.Sent("1"),
        });
        _bot.Broadcast([1, 2, 3, 4, 5], "halo");

        await _bot.StartAsync();
        await _bot.UntilAsync(() => _bot.Ledger.CountOf(DeliveryState.Sent) == 3);

        Assert.Equal(3, _sums["digestbot.deliveries.sent"]);
        Assert.Equal(1, _sums["digestbot.deliveries.failed"]);
        Assert.Equal(1, _sums["digestbot.deliveries.unknown"]);
        Assert.Equal(1, _sums["digestbot.deliveries.throttled"]);
        Assert.Equal(2, _sums["digestbot.deliveries.postponed"]);
    }

    [Fact]
    public async Task The_queues_age_and_the_states_on_record_are_gauges()
    {
        var now = _bot.Time.GetUtcNow();
        _bot.Ledger.Add(new ChatId("matrix", "1"), Lane.Broadcast, now.AddSeconds(-90), "halo");
        _bot.Broadcast([1], "halo");

        await _bot.StartAsync();
        await _bot.Time.UntilAsync(() => Observe("digestbot.deliveries sent") == 1, TimeSpan.FromMilliseconds(500));

        Assert.Equal(1, Observe("digestbot.deliveries pending"));
        Assert.InRange(Observe("digestbot.delivery.queue_age"), 90, 300);
        Assert.InRange(Observe("digestbot.delivery.last_success"), now.ToUnixTimeSeconds(), _bot.Time.GetUtcNow().ToUnixTimeSeconds());
    }

    private double Observe(string name)
    {
        _sums.Clear();
        _listener.RecordObservableInstruments();
        return _sums.GetValueOrDefault(name);
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var state = "";
        foreach (var tag in tags)
        {
            if (tag.Key == "state")
                state = " " + tag.Value;
        }

        _sums.AddOrUpdate(instrument.Name + state, value, (_, sum) => sum + value);
    }
}
