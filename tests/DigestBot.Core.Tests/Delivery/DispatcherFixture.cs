using System.Diagnostics.Metrics;
using DigestBot.Chats;
using DigestBot.Support;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Delivery;

/// <summary>A dispatcher on a fake clock, a fake platform and a record in memory.</summary>
internal sealed class DispatcherFixture : IHostApplicationLifetime, IMeterFactory
{
    private readonly List<Meter> _meters = [];
    private readonly List<Dispatcher> _dispatchers = [];

    public DispatcherFixture()
    {
        Clock = new SettableClock(Time);
        Telegram = new FakePlatform("telegram", Time);
        Platforms = [Telegram];
        Metrics = new DeliveryMetrics(this);
        Health = new DeliveryHealth(Clock);
    }

    public FakeTimeProvider Time { get; } = FakeTime.At("2026-11-24T07:00:00Z");

    /// <summary>What the dispatcher reads the time from.</summary>
    public SettableClock Clock { get; }

    public InMemoryLedger Ledger { get; } = new();

    public FakePlatform Telegram { get; }

    public List<IChatPlatform> Platforms { get; }

    public DeliveryOptions Options { get; } = new();

    public DeliverySignal Signal { get; } = new();

    public PlatformHolds Holds { get; } = new();

    public DeliveryMetrics Metrics { get; }

    public DeliveryHealth Health { get; }

    public bool WasAskedToStop { get; private set; }

    CancellationToken IHostApplicationLifetime.ApplicationStarted => default;

    CancellationToken IHostApplicationLifetime.ApplicationStopping => default;

    CancellationToken IHostApplicationLifetime.ApplicationStopped => default;

    public static ChatId Chat(int number) => new("telegram", number.ToString());

    /// <summary>Enqueues a broadcast to the chats.</summary>
    public void Broadcast(IEnumerable<int> chats, params string[] parts)
    {
        foreach (var chat in chats)
            Ledger.Add(Chat(chat), Lane.Broadcast, Time.GetUtcNow(), parts);
        Signal.Wake();
    }

    public void Answer(int chat, string part)
    {
        Ledger.Add(Chat(chat), Lane.Answer, Time.GetUtcNow(), part);
        Signal.Wake();
    }

    public async Task<Dispatcher> StartAsync()
    {
        var dispatcher = new Dispatcher(
            Platforms, Ledger, new OptionsWrapper<DeliveryOptions>(Options), Signal, Holds, Health, Metrics, Clock, this, NullLogger<Dispatcher>.Instance);
        _dispatchers.Add(dispatcher);
        await dispatcher.StartAsync(TestContext.Current.CancellationToken);
        return dispatcher;
    }

    /// <summary>Stops a dispatcher, letting time pass meanwhile.</summary>
    public async Task StopAsync(Dispatcher dispatcher)
    {
        var stopping = dispatcher.StopAsync(TestContext.Current.CancellationToken);
        await Time.UntilAsync(() => stopping.IsCompleted, TimeSpan.FromMilliseconds(50));
        await stopping;
        _dispatchers.Remove(dispatcher);
    }

    public Task UntilAsync(Func<bool> condition) => Time.UntilAsync(condition);

    public Task PassAsync(double seconds) => Time.PassAsync(TimeSpan.FromSeconds(seconds), TimeSpan.FromMilliseconds(20));

    public void StopApplication() => WasAskedToStop = true;

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options.Name, options.Version, options.Tags, this);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose()
    {
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var dispatcher in _dispatchers.ToArray())
            await StopAsync(dispatcher);
        _meters.ForEach(meter => meter.Dispose());
    }
}
