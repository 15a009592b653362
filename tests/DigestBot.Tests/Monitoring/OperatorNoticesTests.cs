using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Platforms.Telegram.Receiving;
using DigestBot.Platforms.Telegram.Rendering;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Monitoring;

public sealed class OperatorNoticesTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
    private readonly OperatorLog _log = new();
    private readonly MemoryLedger _ledger = new();
    private readonly MemoryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_error_is_told_at_once_and_those_that_follow_together()
    {
        using var notices = await StartAsync("telegram:1");
        Fail("DigestBot.Commands.CommandDispatcher", "Command search failed", new InvalidOperationException("database is locked\nsecond line"));
        await UntilAsync(() => _ledger.Answers.Count == 1);

        for (var i = 0; i < 3; i++)
            Fail("DigestBot.Commands.CommandDispatcher", "Command search failed", null);
        Fail("DigestBot.Delivery.DuePosts", "Group failed", null, id: 2);
        await PassAsync(() => _ledger.Answers.Count == 2);

        var told = _ledger.Answers.Select(answer => answer.Text).ToArray();
        Assert.Contains("Ada kesalahan", told[0], StringComparison.Ordinal);
        Assert.Contains("Command search failed (InvalidOperationException: database is locked)", told[0], StringComparison.Ordinal);
        Assert.DoesNotContain("second line", told[0], StringComparison.Ordinal);
        Assert.Contains("3× Command search failed", told[1], StringComparison.Ordinal);
        Assert.Contains("Group failed", told[1], StringComparison.Ordinal);
        Assert.All(_ledger.Answers, answer => Assert.Equal(new ChatId("telegram", "1"), answer.Chat));
        await notices.StopAsync(Cancellation);
    }

    [Fact]
    public async Task What_is_no_error_or_not_the_bots_own_is_not_told()
    {
        using var notices = await StartAsync("telegram:1");
        _log.CreateLogger("DigestBot.X").LogWarning("a warning");
        Fail("Quartz.Core", "not ours", null);
        Fail(typeof(OperatorNotices).FullName!, "its own", null);
        Fail("DigestBot.X", "told", null);
        await UntilAsync(() => _ledger.Answers.Count == 1);

        var text = Assert.Single(_ledger.Answers).Text;
        Assert.Contains("told", text, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ours", text, StringComparison.Ordinal);
        Assert.DoesNotContain("its own", text, StringComparison.Ordinal);
        await notices.StopAsync(Cancellation);
    }

    [Fact]
    public async Task What_could_not_be_told_is_told_later()
    {
        var refused = 0;
        _ledger.Failure = _ => new InvalidOperationException($"gone for the {++refused}. time");
        using var notices = await StartAsync("telegram:1");
        Fail("DigestBot.X", "first", null);
        await UntilAsync(() => Volatile.Read(ref refused) > 0);

        _ledger.Failure = _ => null;
        await PassAsync(() => _ledger.Answers.Count == 1);

        Assert.Contains("first", _ledger.Answers.Single().Text, StringComparison.Ordinal);
        await notices.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Many_kinds_of_errors_make_one_message_of_ten()
    {
        for (var kind = 0; kind < 30; kind++)
            Fail("DigestBot.X", $"kind {kind:00}", null, kind);
        using var notices = await StartAsync("telegram:1");
        await UntilAsync(() => _ledger.Answers.Count == 1);

        Assert.Contains("Dan 20 kesalahan jenis lain", _ledger.Answers.Single().Text, StringComparison.Ordinal);
        await notices.StopAsync(Cancellation);
    }

    public void Dispose() => _log.Dispose();

    private async Task<OperatorNotices> StartAsync(string chat)
    {
        var options = Options.Create(new OperatorsOptions { Chat = chat });
        var notices = new OperatorNotices(
            _log, options, new SubscriptionBook(_store, _clock), [new TextPlatform()], _ledger, new DeliverySignal(), _clock, NullLogger<OperatorNotices>.Instance);
        await notices.StartAsync(Cancellation);
        return notices;
    }

    private void Fail(string category, string message, Exception? exception, int id = 1) =>
        _log.CreateLogger(category).Log(LogLevel.Error, new EventId(id), message, exception, (text, _) => text);

    private Task PassAsync(Func<bool> condition) => UntilAsync(condition, TimeSpan.FromMinutes(1));

    private async Task UntilAsync(Func<bool> condition, TimeSpan step = default)
    {
        while (!condition())
        {
            _clock.Advance(step);
            await Task.Delay(5, Cancellation);
        }
    }

    private sealed class TextPlatform : IChatPlatform
    {
        public string Name => "telegram";

        public SendLimits Limits { get; } = new() { PerSecond = 1 };

        public bool IsGroup(ChatId chat) => false;

        public IReadOnlyList<string> Render(Message message) => [.. TelegramRenderer.Render(message).Select(part => part.Write())];

        public Task<SendOutcome> SendAsync(ChatId chat, string part, string nonce, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
