using System.Collections.Concurrent;
using DigestBot.Chats;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Platforms;

/// <summary>What is pinned and taken off, and what is kept in mind where a platform or the store says no.</summary>
public sealed class PinBoardTests : IAsyncLifetime
{
    private static readonly ChatId Group = new("telegram", "-100");
    private static readonly ChatId Other = new("telegram", "-200");

    private readonly MemoryPins _store = new();
    private readonly ScriptedPins _pins = new();
    private PinBoard<ScriptedPins> _board = null!;

    public async ValueTask InitializeAsync()
    {
        _board = new PinBoard<ScriptedPins>(_pins, _store, TimeProvider.System, NullLogger<PinBoard<ScriptedPins>>.Instance);
        await _board.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _board.StopAsync(TestContext.Current.CancellationToken);
        _board.Dispose();
    }

    [Fact]
    public async Task A_newer_pin_takes_the_earlier_one_of_its_chat_off_and_no_other()
    {
        Add("1", "2");
        _board.Add(Other, "7");
        Add("3");

        Assert.Equal(["pin 1", "pin 2", "off 1", "pin 7", "pin 3", "off 2"], await CallsAsync(6));
        Assert.Equal(["3"], _store.Of(Group));
    }

    [Fact]
    public async Task A_pin_that_is_refused_leaves_the_earlier_one()
    {
        _pins.Refuse["pin 2"] = new PinFailure("not enough rights", IsFinal: true);
        Add("1", "2", "3");

        Assert.Equal(["pin 1", "pin 2", "pin 3", "off 1"], await CallsAsync(4));
        Assert.Equal(["3"], _store.Of(Group));
    }

    [Fact]
    public async Task What_could_not_be_taken_off_is_tried_with_the_next_pin_and_what_is_gone_is_not()
    {
        _pins.Refuse["off 1"] = new PinFailure("no answer in time", IsFinal: false);
        _pins.Refuse["off 2"] = new PinFailure("message to unpin not found", IsFinal: true);
        Add("1", "2", "3", "4");

        Assert.Equal(["pin 1", "pin 2", "off 1", "pin 3", "off 1", "off 2", "pin 4", "off 1", "off 3"], await CallsAsync(9));
        Assert.Equal(["1", "4"], _store.Of(Group));
    }

    [Fact]
    public async Task A_pin_whose_answer_is_lost_may_stand_and_is_taken_off_by_the_next()
    {
        _pins.Refuse["pin 1"] = new PinFailure("connection lost", IsFinal: false);
        Add("1", "2");

        Assert.Equal(["pin 1", "pin 2", "off 1"], await CallsAsync(3));
    }

    [Fact]
    public async Task A_platform_that_says_when_to_ask_again_is_asked_again()
    {
        _pins.Later.Enqueue("pin 1");
        _pins.Later.Enqueue("off 1");
        Add("1", "2");

        Assert.Equal(["pin 1", "pin 1", "pin 2", "off 1", "off 1"], await CallsAsync(5));
        Assert.Equal(["2"], _store.Of(Group));
    }

    private void Add(params string[] messages)
    {
        foreach (var message in messages)
            _board.Add(Group, message);
    }

    /// <summary>So many calls, and none after them.</summary>
    private async Task<IReadOnlyList<string>> CallsAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (_pins.Calls.Count < count)
            await Task.Delay(5, patience.Token);
        await _board.StopAsync(patience.Token);
        return [.. _pins.Calls];
    }

    private sealed class ScriptedPins : IPins
    {
        public ConcurrentQueue<string> Calls { get; } = new();

        public Dictionary<string, PinFailure> Refuse { get; } = [];

        /// <summary>What is refused once, in this order.</summary>
        public ConcurrentQueue<string> Later { get; } = new();

        public Task<PinFailure?> PinAsync(ChatId chat, string message, CancellationToken cancellationToken) => Call($"pin {message}");

        public Task<PinFailure?> UnpinAsync(ChatId chat, string message, CancellationToken cancellationToken) => Call($"off {message}");

        private Task<PinFailure?> Call(string call)
        {
            Calls.Enqueue(call);
            if (Later.TryPeek(out var later) && later == call && Later.TryDequeue(out _))
                return Task.FromResult<PinFailure?>(new PinFailure("Too Many Requests", IsFinal: false) { RetryAfter = TimeSpan.FromMilliseconds(1) });
            return Task.FromResult(Refuse.GetValueOrDefault(call));
        }
    }
}
