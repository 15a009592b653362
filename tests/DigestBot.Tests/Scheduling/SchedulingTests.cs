using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Scheduling;

public sealed class SchedulingTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-24T06:58:30Z"));

    [Theory]
    [InlineData("Scheduling:Tick", "every minute")]
    [InlineData("Scheduling:Tick", "* * * * *")]
    [InlineData("Scheduling:ContentScan", "0 0 25 * * ?")]
    [InlineData("Scheduling:Prune", "0 0 3 30 2 ?")]
    [InlineData("Scheduling:TimeZone", "Mars/Olympus")]
    public async Task A_setting_that_cannot_be_read_stops_the_start_with_its_key(string key, string value)
    {
        using var host = Build(new NoLedger(_time), (key, value));

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith(key, Assert.Single(failure.Failures));
    }

    [Fact]
    public async Task The_tick_runs_at_the_start_and_then_every_minute_and_a_failing_one_does_not_end_it()
    {
        var ledger = new NoLedger(_time) { Failure = new IOException("the store is gone") };
        using var host = Build(ledger);
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<ArticleLibrary>().RefreshAsync(TestContext.Current.CancellationToken);
        var health = host.Services.GetRequiredService<DeliveryHealth>();

        await TicksAsync(ledger, 1);
        Assert.True(ledger.Ticks.First() < _time.Start.AddMinutes(1), "the start waits for no full minute");
        for (var minute = 1; minute < 5; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await TicksAsync(ledger, minute + 1);
        }

        Assert.Contains(health.Problems(), problem => problem.Contains("tick"));
        ledger.Failure = null;
        var failed = ledger.Ticks.Count;
        await UntilAsync(() => ledger.Ticks.Count > failed + 1 && health.Problems().Count == 0);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.InRange(ledger.Ticks.ElementAt(4) - ledger.Ticks.ElementAt(3), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_seven_hours_stops_no_tick()
    {
        var clock = new SettableClock(_time);
        var ledger = new NoLedger(clock);
        using var host = Build(ledger, clock);
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<ArticleLibrary>().RefreshAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => ledger.Ticks.Count >= 2);

        clock.SetBy = TimeSpan.FromHours(-7);
        var ticks = ledger.Ticks.Count;
        await UntilAsync(() => ledger.Ticks.Count >= ticks + 3);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.InRange(clock.GetUtcNow(), _time.Start.AddHours(-7), _time.Start.AddHours(-6));
    }

    [Fact]
    public async Task Old_deliveries_are_pruned_at_night()
    {
        var ledger = new NoLedger(_time);
        using var host = Build(ledger, ("Scheduling:TimeZone", "Asia/Jakarta"), ("Delivery:KeepDays", "10"));
        await host.StartAsync(TestContext.Current.CancellationToken);

        await UntilAsync(() => ledger.Pruned.Count == 2, TimeSpan.FromMinutes(5));
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(DateTimeOffset.Parse("2026-11-14T20:30:00Z"), ledger.Pruned.Last(), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Old_deliveries_are_pruned_ten_minutes_after_a_start_too_by_a_bot_that_never_sees_the_night()
    {
        var ledger = new NoLedger(_time);
        using var host = Build(ledger, ("Delivery:KeepDays", "10"));
        await host.StartAsync(TestContext.Current.CancellationToken);

        await UntilAsync(() => !ledger.Pruned.IsEmpty);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.InRange(Assert.Single(ledger.Pruned), _time.Start.AddDays(-10).AddMinutes(10), _time.Start.AddDays(-10).AddMinutes(20));
    }

    private IHost Build(IDeliveryLedger ledger, params (string Key, string Value)[] settings) => Build(ledger, _time, settings);

    private static IHost Build(IDeliveryLedger ledger, TimeProvider time, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(ledger);
        builder.Services.AddSingleton<IEditionStore, NoEditions>();
        builder.Services.AddSingleton<ArticleLibrary>();
        builder.AddDigests();
        builder.AddChats();
        builder.AddDelivery();
        builder.AddScheduling();
        return builder.Build();
    }

    /// <summary>Waits for so many ticks, in steps so little that half a minute does not pass before the test gives up.</summary>
    private Task TicksAsync(NoLedger ledger, int count) => UntilAsync(() => ledger.Ticks.Count >= count, TimeSpan.FromMilliseconds(5));

    private Task UntilAsync(Func<bool> condition) => UntilAsync(condition, TimeSpan.FromSeconds(10));

    private async Task UntilAsync(Func<bool> condition, TimeSpan step)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(100), "it never came to pass");
            _time.Advance(step);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
