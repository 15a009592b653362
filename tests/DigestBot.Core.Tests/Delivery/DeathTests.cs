using System.Diagnostics;
using DigestBot.Chats;
using DigestBot.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>An instance dies at each point of the send path, another takes over, and the platform's own list is the truth.</summary>
public sealed class DeathTests : IAsyncLifetime
{
    private static int _runs;
    private readonly DispatcherFixture _bot = new();

    public static TheoryData<string, int, UnknownPolicy> Deaths
    {
        get
        {
            string[] points =
            [
                DeliveryEvents.AfterClaim, DeliveryEvents.BeforeSendingCommit, DeliveryEvents.AfterSendingCommit, DeliveryEvents.BeforeSend,
                DeliveryEvents.AfterAnswer, DeliveryEvents.BeforeCompleteCommit, DeliveryEvents.AfterCompleteCommit,
            ];
            var deaths = new TheoryData<string, int, UnknownPolicy>();
            foreach (var point in points)
            {
                foreach (var occurrence in new[] { 1, 3 })
                {
                    deaths.Add(point, occurrence, UnknownPolicy.Resend);
                    deaths.Add(point, occurrence, UnknownPolicy.Skip);
                }
            }

            return deaths;
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Nothing_is_lost_and_only_what_was_on_its_way_can_come_twice(string point, int occurrence, UnknownPolicy policy)
    {
        var platform = new FakePlatform($"mortal{Interlocked.Increment(ref _runs)}", _bot.Time) { Limits = new() { PerSecond = 40, InFlight = 4 } };
        platform.Answer = async (_, _, _) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(60), _bot.Time, CancellationToken.None);
            return new SendOutcome.Sent("1");
        };
        _bot.Platforms.Clear();
        _bot.Platforms.Add(platform);
        _bot.Options.OnUnknown = policy;
        for (var chat = 1; chat <= 12; chat++)
            _bot.Ledger.Add(new ChatId(platform.Name, chat.ToString()), Lane.Broadcast, _bot.Time.GetUtcNow(), "satu", "dua");

        var mortal = new DyingInstance(_bot.Ledger, platform);
        using var death = new DeathAt(platform.Name, point, occurrence, mortal.Die);
        var dead = new Dispatcher(
            [mortal], mortal, new OptionsWrapper<DeliveryOptions>(_bot.Options), new DeliverySignal(), new PlatformHolds(), new DeliveryHealth(_bot.Time),
            _bot.Metrics, _bot.Time, _bot, NullLogger<Dispatcher>.Instance);
        await dead.StartAsync(TestContext.Current.CancellationToken);
        await _bot.UntilAsync(() => mortal.IsDead);
        var onItsWay = _bot.Ledger.CountOf(DeliveryState.Sending);

        await _bot.StartAsync();
        await _bot.Time.UntilAsync(
            () => _bot.Ledger.Rows.All(row => row.State is DeliveryState.Sent or DeliveryState.Unknown || IsBehindUnknown(row)), TimeSpan.FromMilliseconds(200));

        var copies = platform.Requests.CountBy(request => request.Nonce).ToDictionary(count => count.Key, count => count.Value);
        Assert.InRange(onItsWay, 0, 5);
        Assert.All(_bot.Ledger.Rows, row => Assert.Equal(policy == UnknownPolicy.Skip && (row.WasUnknown || IsBehindUnknown(row)), row.State != DeliveryState.Sent));
        Assert.All(_bot.Ledger.Rows.Where(row => row.State == DeliveryState.Sent), row => Assert.InRange(copies["n" + row.Id], 1, row.WasUnknown ? 2 : 1));
        Assert.InRange(_bot.Ledger.Rows.Count(row => row.WasUnknown), 0, onItsWay);
        foreach (var chat in platform.Requests.GroupBy(request => request.Chat))
            Assert.Equal(chat.Select(request => request.Part).OrderDescending(StringComparer.Ordinal), chat.Select(request => request.Part));
    }

    /// <summary>A later part does not go where nobody can tell whether the one before it arrived.</summary>
    private bool IsBehindUnknown(LedgerRow row) =>
        row.State == DeliveryState.Pending && _bot.Ledger.Rows.Any(other => other.Message == row.Message && other.State == DeliveryState.Unknown);

    /// <summary>Strikes when one platform's lane comes to a point for the nth time.</summary>
    private sealed class DeathAt : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> _subscriptions = [];
        private readonly (string Platform, string Point, Action Strike) _how;
        private int _left;

        public DeathAt(string platform, string point, int occurrence, Action strike)
        {
            (_how, _left) = ((platform, point, strike), occurrence);
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == DeliveryEvents.ListenerName)
                _subscriptions.Add(listener.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> written)
        {
            if (written.Key == _how.Point && written.Value is DeliveryEvent happened && happened.Platform == _how.Platform && Interlocked.Decrement(ref _left) == 0)
                _how.Strike();
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
