using System.Globalization;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;
using DigestBot.Storage.Support;
using Npgsql;

namespace DigestBot.EndToEnd;

/// <summary>Two real programs on one PostgreSQL database and one token.</summary>
public sealed class TwoInstancesTests : IAsyncLifetime
{
    private const string Evening = "2026-11-24T22:58:00+07:00";

    private readonly BotFolder _folder = new();
    private readonly TestClock _clock;
    private readonly PostgreSqlSchema _schema = PostgreSqlSchema.Create();
    private TelegramSimulator _telegram = null!;

    public TwoInstancesTests()
    {
        _clock = new TestClock(_folder, Evening);
        _folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
    }

    public async ValueTask InitializeAsync()
    {
        _telegram = await TelegramSimulator.StartAsync();
        _telegram.World.Now = () => _clock.Now;
    }

    public async ValueTask DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _schema.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task One_sends_and_listens_and_where_it_dies_the_other_does_and_every_slot_comes_once()
    {
        // Together, on a database that nobody has made yet.
        await using var one = Start();
        await using var two = Start();
        await one.UntilAsync(bot => Holds(bot) || StandsBy(bot), "its part");
        await two.UntilAsync(bot => Holds(bot) || StandsBy(bot), "its part");
        var (first, second) = Holds(one) ? (one, two) : (two, one);
        Assert.True(Holds(first) && StandsBy(second), $"{first.Errors}\n--- the other\n{second.Errors}");

        var ani = _telegram.World.AddUser("Ani");
        var chat = _telegram.World.AddPrivateChat(ani);
        _telegram.People.Say(chat, ani, "/subscribe laut");
        await AnswersAsync(chat, 1);
        _clock.MoveTo("2026-11-25T07:00:01+07:00");
        Assert.Contains("Pelabuhan Baru", (await AnswersAsync(chat, 2))[1], StringComparison.Ordinal);

        await BotFolder.RecordedAsync(() => new NpgsqlConnection(_schema.ConnectionString));
        await first.KillAsync();
        await second.UntilAsync(Holds, "its taking over");
        _telegram.People.Say(chat, ani, "/subscriptions");
        await AnswersAsync(chat, 3);
        _folder.Write("laut/mercusuar.md", SampleArticles.Lighthouse);
        await second.UntilAsync(bot => bot.Errors.Contains("1 added", StringComparison.Ordinal), "the new article");
        _clock.MoveTo("2026-11-26T07:00:01+07:00");
        Assert.Contains("The Old Lighthouse", (await AnswersAsync(chat, 4))[3], StringComparison.Ordinal);

        Assert.Equal(0, await second.StopAsync());
        Assert.Equal(4, _telegram.Ledger.Entries.Count(entry => entry is { Method: "sendMessage", Verdict: Verdict.Accepted }));
        Assert.DoesNotContain(_telegram.Ledger.Entries, entry => entry.Status == 409);
    }

    [Fact]
    public async Task One_that_stands_by_is_ready_and_knows_that_the_other_keeps_the_schedule()
    {
        await using var one = Start();
        await one.UntilAsync(Holds, "its part");
        await using var two = Start();
        await two.UntilAsync(bot => StandsBy(bot) && bot.Errors.Contains("are served on", StringComparison.Ordinal), "its part");
        using var http = new HttpClient { BaseAddress = MonitoringTests.UrlIn(two.Errors) };

        await UntilReadyAsync(http);
        // Longer than a tick may be overdue: the other's ticks are seen.
        for (var minutes = 0; minutes < 6; minutes++)
        {
            _clock.MoveTo(_clock.Now.AddMinutes(1).ToString("O", CultureInfo.InvariantCulture));
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        await UntilReadyAsync(http);
    }

    private static bool Holds(BotProcess bot) => bot.Errors.Contains("This instance sends on telegram", StringComparison.Ordinal);

    private static bool StandsBy(BotProcess bot) => bot.Errors.Contains("Another instance sends on telegram", StringComparison.Ordinal);

    private static async Task UntilReadyAsync(HttpClient http)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await http.GetAsync("ready", patience.Token)).IsSuccessStatusCode)
            await Task.Delay(100, patience.Token);
    }

    private Task<IReadOnlyList<string>> AnswersAsync(SimulatedChat chat, int count) => _telegram.MessagesAsync(chat, count, TimeSpan.FromSeconds(60));

    private BotProcess Start() => BotProcess.Start(_folder.Path, new Dictionary<string, string>(_clock.Environment)
    {
        ["Telegram__Token"] = _telegram.Token,
        ["Telegram__BaseUrl"] = _telegram.Url.ToString(),
        ["Telegram__PollSeconds"] = "2",
        ["Articles__PollSeconds"] = "1",
        ["Storage__Provider"] = "PostgreSql",
        ["Storage__ConnectionString"] = _schema.ConnectionString,
        ["Health__Port"] = "0",
        ["Logging__LogLevel__DigestBot"] = "Information",
    });
}
