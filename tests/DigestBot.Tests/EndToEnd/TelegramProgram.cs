using System.Globalization;
using System.Text;
using Dapper;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;
using Microsoft.Data.Sqlite;

namespace DigestBot.EndToEnd;

/// <summary>The real program on a Telegram simulator, with a clock that tests move.</summary>
internal sealed class TelegramProgram : IAsyncDisposable
{
    private const string Evening = "2026-11-24T22:58:00+07:00";

    private readonly BotFolder _folder = new();
    private readonly TestClock _clock;
    private (string Key, string Value)[] _settings = [];
    private BotProcess? _bot;

    private TelegramProgram(TelegramSimulator telegram)
    {
        Telegram = telegram;
        _clock = new TestClock(_folder, Evening);
        telegram.World.Now = () => _clock.Now;
    }

    public TelegramSimulator Telegram { get; }

    public TelegramPeople People => Telegram.People;

    /// <summary>What the program writes to standard error.</summary>
    public string Log => _bot!.Errors;

    /// <summary>The file that its store is in.</summary>
    public string Store => Path.Combine(_folder.Path, "data", "digestbot.db");

    public static async Task<TelegramProgram> StartAsync(params (string Key, string Value)[] settings)
    {
        var program = new TelegramProgram(await TelegramSimulator.StartAsync()) { _settings = settings };
        program._folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        await program.RunAsync();
        return program;
    }

    /// <summary>Starts the program in its folder; <paramref name="killAt"/> names a point of the send path at which it dies.</summary>
    public async Task RunAsync(string killAt = "")
    {
        var polls = Telegram.Updates.Polls;
        var environment = new Dictionary<string, string>(_clock.Environment)
        {
            ["Telegram__Token"] = Telegram.Token,
            ["Telegram__BaseUrl"] = Telegram.Url.ToString(),
            ["Telegram__PollSeconds"] = "2",
            ["Logging__LogLevel__DigestBot"] = "Information",
            ["DIGESTBOT_TEST_KILL"] = killAt,
        };
        foreach (var (key, value) in _settings)
            environment[key] = value;
        _bot = BotProcess.Start(_folder.Path, environment);
        await _bot.UntilAsync(_ => Telegram.Updates.Polls > polls, "a poll for updates");
    }

    /// <summary>Writes an article into its folder.</summary>
    public void Write(string path, string text) => _folder.Write(path, text);

    /// <summary>Makes it that time for the program and for Telegram.</summary>
    public void MoveTo(DateTimeOffset instant) => _clock.MoveTo(instant.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Lets time pass in steps until something has happened.</summary>
    public async Task PassUntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            // No longer than what a process that did not sleep sees pass between two looks.
            MoveTo(Telegram.World.Now().AddSeconds(5));
            await Task.Delay(200, patience.Token);
        }
    }

    /// <summary>The next time that a clock in Jakarta shows seven, and <paramref name="days"/> later.</summary>
    public DateTimeOffset NextSeven(int days = 0)
    {
        var local = Telegram.World.Now().ToOffset(TimeSpan.FromHours(7));
        var seven = new DateTimeOffset(local.Date.AddHours(7), local.Offset);
        return (seven > local ? seven : seven.AddDays(1)).AddDays(days);
    }

    /// <summary>Somebody writes, and the bot's next message to that chat is returned.</summary>
    public async Task<string> AskAsync(SimulatedChat chat, SimulatedUser user, string text)
    {
        var before = Sent(chat).Count;
        People.Say(chat, user, text);
        try
        {
            return (await Telegram.MessagesAsync(chat, before + 1, TimeSpan.FromSeconds(60)))[before];
        }
        catch (TimeoutException silent)
        {
            throw new TimeoutException($"{silent.Message}\n--- the program wrote\n{_bot!.Errors}");
        }
    }

    /// <summary>What <c>status</c> prints beside the running program.</summary>
    public async Task<string> StatusAsync()
    {
        await using var status = BotProcess.Start(
            _folder.Path, new Dictionary<string, string> { ["Telegram__Token"] = Telegram.Token }, "status", "--language", "en");
        var exit = await status.ExitAsync();
        Assert.True(exit == 0, status.Errors);
        return status.Output;
    }

    /// <summary>Every row that the store keeps about chats.</summary>
    public async Task<string> DumpAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Store};Mode=ReadOnly;Pooling=False");
        var tables = await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'");
        var rows = new StringBuilder();
        foreach (var table in tables)
            rows.AppendJoin('\n', (await connection.QueryAsync($"SELECT * FROM {table}")).Select(row => $"{table} {row}")).Append('\n');
        return rows.ToString();
    }

    /// <summary>What the simulator took for the chat.</summary>
    public IReadOnlyList<LedgerEntry> Sent(SimulatedChat chat) =>
        [.. Telegram.Ledger.Entries.Where(entry => entry is { Method: "sendMessage", Verdict: Verdict.Accepted } && entry.Chat == $"{chat.Id}")];

    /// <summary>Stops it as a service manager does: what is under way is on record afterwards.</summary>
    public async Task StopAsync() => Assert.Equal(0, await _bot!.StopAsync());

    /// <summary>Waits until it has died of its own.</summary>
    public async Task DiedAsync() => Assert.NotEqual(0, await _bot!.ExitAsync());

    /// <summary>Waits until it has written something to standard error.</summary>
    public Task LoggedAsync(string text) => _bot!.UntilAsync(bot => bot.Errors.Contains(text, StringComparison.Ordinal), text);

    public async ValueTask DisposeAsync()
    {
        await _bot!.DisposeAsync();
        await Telegram.DisposeAsync();
        _folder.Dispose();
    }
}
