using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Scheduling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Monitoring;

public sealed class WatchdogTests : IHostApplicationLifetime, IDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-24T07:00:00Z"));
    private readonly int _exitCode = Environment.ExitCode;
    private readonly StoreHealth _store;
    private readonly DeliveryHealth _delivery;
    private readonly ArticleLibrary _library;
    private readonly Watchdog _watchdog;
    private volatile bool _isStopped;

    public WatchdogTests()
    {
        _store = new StoreHealth(_time);
        _delivery = new DeliveryHealth(_time);
        _delivery.TickBegan(_time.GetUtcNow(), DateTimeOffset.MaxValue);
        _library = new ArticleLibrary([], new NoEditions(), _time, NullLogger<ArticleLibrary>.Instance);
        var readiness = new Readiness(_delivery, new ListeningHealth(_time), _store, _library, [new RecordingPlatform(_time)]);
        _watchdog = new Watchdog(readiness, this, _time, NullLogger<Watchdog>.Instance);
    }

    CancellationToken IHostApplicationLifetime.ApplicationStarted => default;

    CancellationToken IHostApplicationLifetime.ApplicationStopping => default;

    CancellationToken IHostApplicationLifetime.ApplicationStopped => default;

    public void Dispose()
    {
        _watchdog.Dispose();
        _library.Dispose();
        Environment.ExitCode = _exitCode;
    }

    [Fact]
    public void What_only_an_operator_can_mend_ends_the_program_with_a_failure_after_a_minute()
    {
        _store.Fails("damaged", needsOperator: true);
        Pass(seconds: 60);
        Assert.False(_isStopped);

        Pass(seconds: 10);

        Assert.True(_isStopped);
        Assert.Equal(1, Environment.ExitCode);
    }

    [Fact]
    public void What_gets_better_in_time_does_not()
    {
        _store.Fails("full", needsOperator: true);
        Pass(seconds: 50);
        _store.Works();
        Pass(seconds: 20);
        _store.Fails("full", needsOperator: true);
        Pass(seconds: 50);

        Assert.False(_isStopped);
    }

    [Fact]
    public void A_store_that_is_only_away_is_waited_for()
    {
        _store.Fails("away", needsOperator: false);
        Pass(seconds: 600);

        Assert.False(_isStopped);
    }

    [Fact]
    public void A_store_that_the_schedule_lies_in_may_be_away_for_as_long_as_it_takes_and_the_schedule_has_time_to_begin_again()
    {
        _delivery.TickBegan(_time.GetUtcNow(), _time.GetUtcNow().AddMinutes(3));
        _store.Fails("away", needsOperator: false);
        Pass(seconds: 3600);
        _store.Works();
        Pass(seconds: 600);
        Assert.False(_isStopped);

        Pass(seconds: 300);

        Assert.True(_isStopped);
    }

    [Fact]
    public async Task It_looks_by_itself()
    {
        _store.Fails("damaged", needsOperator: true);
        await _watchdog.StartAsync(TestContext.Current.CancellationToken);
        while (!_isStopped)
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await _watchdog.StopAsync(TestContext.Current.CancellationToken);
    }

    void IHostApplicationLifetime.StopApplication() => _isStopped = true;

    private void Pass(int seconds)
    {
        for (var passed = 0; passed < seconds; passed += 10)
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            _watchdog.Look();
        }
    }
}
