using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Platforms.Telegram.Receiving;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;

namespace DigestBot.Platforms.Telegram;

/// <summary>The token is nowhere in what the process says: logs, exceptions, activities, events of the runtime.</summary>
public sealed class TelegramSecrecyTests
{
    /// <summary>No other test's: what runs beside this one in the process may say its own.</summary>
    private static readonly TelegramSimulatorOptions Options = new() { Token = "424242:AAkept-out-of-all-that-is-ever-said_1" };

    private static readonly string Secret = Options.Token.Split(':')[1];

    [Fact]
    public async Task The_token_is_in_no_log_exception_activity_or_event()
    {
        await using var telegram = await TelegramSimulator.StartAsync(Options);
        var heard = new Hearing();
        using var activities = heard.ListenToActivities();
        using var events = new RuntimeEvents(heard);
        await using var bot = await TelegramBot.StartAsync(telegram, builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(heard));
        var chat = telegram.World.AddPrivateChat(telegram.World.AddUser("Ani"));
        var files = bot.Services.GetRequiredService<TelegramFiles>();
        var file = new AnswerFile("digestbot.json", "{}", Message.OfText("Ini"));

        foreach (var fault in (Fault[])[Fault.Answer(401), Fault.Answer(500), Fault.NotJson(200, "<html>"), Fault.Cut(false), Fault.TooMany(3), Fault.Answer(302)])
        {
            telegram.Faults.Clear();
            telegram.Faults.Add(fault);
            heard.Add(((await bot.SendAsync(chat, "Halo")).ToString())!);
            Assert.False(await files.TrySendAsync(TelegramBot.IdOf(chat), file, TestContext.Current.CancellationToken));
            heard.Add((await Assert.ThrowsAnyAsync<Exception>(() => bot.Api.SendRequest(new GetMeRequest(), TestContext.Current.CancellationToken))).ToString());
        }

        telegram.Faults.Clear();
        heard.Add((await Assert.ThrowsAnyAsync<Exception>(() => bot.Api.DownloadAsync("documents/none.json", 100, TestContext.Current.CancellationToken))).ToString());
        await bot.SendAsync(chat, "Halo");
        Assert.True(await files.TrySendAsync(TelegramBot.IdOf(chat), file, TestContext.Current.CancellationToken));
        Assert.NotEmpty(heard.Lines);
        Assert.DoesNotContain(heard.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    /// <summary>Shows that the test above can fail: what a client prints that nobody looked after.</summary>
    [Fact]
    public async Task A_plain_client_would_have_printed_it()
    {
        await using var telegram = await TelegramSimulator.StartAsync(Options);
        var heard = new Hearing();
        using var activities = heard.ListenToActivities();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(heard))
            .AddHttpClient()
            .BuildServiceProvider();

        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var response = await client.GetAsync(new Uri($"{telegram.Url}bot{telegram.Token}/getMe"), TestContext.Current.CancellationToken);

        Assert.Contains(heard.Lines, line => line.StartsWith("log", StringComparison.Ordinal) && line.Contains(Secret, StringComparison.Ordinal));
        Assert.Contains(heard.Lines, line => line.StartsWith("activity", StringComparison.Ordinal) && line.Contains(Secret, StringComparison.Ordinal));
    }

    private sealed class Hearing : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public void Add(string line) => _lines.Enqueue(line);

        public ActivityListener ListenToActivities()
        {
            var listener = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Add("activity " + activity.DisplayName + string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))),
            };
            ActivitySource.AddActivityListener(listener);
            return listener;
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Add($"log scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add($"log {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }

    /// <summary>What dotnet-trace sees of the HTTP client.</summary>
    private sealed class RuntimeEvents(Hearing heard) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.Http" or "System.Net.NameResolution" or "System.Net.Sockets")
                EnableEvents(eventSource, EventLevel.LogAlways);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            heard?.Add($"event {eventData.EventName} {string.Join(' ', eventData.Payload ?? (IReadOnlyCollection<object?>)[])}");
    }
}
