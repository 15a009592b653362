using System.Globalization;
using DigestBot.Benchmarks.Delivery.Judging;
using DigestBot.PlantedFaults;

namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>
/// One broadcast by the real program against a simulator in a process of its own: the driver's hands.
/// </summary>
internal sealed class Trial : IAsyncDisposable
{
    private const string Open = "SELECT (SELECT count(*) FROM deliveries WHERE done_at IS NULL) + (SELECT count(*) FROM subscriptions WHERE next_due <= @Now)";

    /// <summary>The exit code of a process that a SIGKILL has ended.</summary>
    private const int Killed = 128 + 9;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly List<Child> _bots = [];

    private Trial(TrialPlan plan, string folder, TrialStore store, SimulatorProcess simulator)
    {
        (Plan, Folder, Store, Simulator) = (plan, folder, store, simulator);
        (Random, Clock) = (new Random(plan.Seed), new TrialClock(folder));
    }

    public TrialPlan Plan { get; }

    public string Folder { get; }

    public TrialStore Store { get; }

    public SimulatorProcess Simulator { get; }

    public TrialClock Clock { get; }

    /// <summary>Draws what the seed decides.</summary>
    public Random Random { get; }

    /// <summary>How long all that is due may take at most.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The line between bot and platform, where the trial has put one there.</summary>
    public Line? Line { get; private set; }

    public TrialNotes Notes { get; } = new();

    public static async Task<Trial> SetUpAsync(TrialPlan plan, string folder)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), "{}");
        TrialContent.Write(folder, articles: 4);
        TrialStore store = plan.Store == StoreKind.Sqlite ? new SqliteTrialStore(folder) : await PostgreSqlTrialStore.MakeAsync();
        await store.CreateAsync();
        var simulator = await SimulatorProcess.StartAsync(plan.Platform, folder, [.. plan.SimulatorArguments]);
        var trial = new Trial(plan, folder, store, simulator);
        await trial.PassAsync(TimeSpan.Zero);
        await trial.SubscribeAsync(plan.FirstChat, plan.Chats);
        return trial;
    }

    /// <summary>Subscribes chats, due now.</summary>
    public async Task SubscribeAsync(long first, int count = 1)
    {
        await Store.SubscribeAsync(Plan.Platform, first, count, TrialContent.Topic, Clock.Now);
        Notes.Due.AddRange(Enumerable.Range(0, count).Select(i => (first + i).ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Puts a line between bot and platform that can be closed.</summary>
    public Line OverLine()
    {
        Line = new Line(Simulator.Url.Port);
        Line.Open();
        return Line;
    }

    /// <summary>Starts the bot; <paramref name="killAt"/> names a point of the send path at which it dies by itself.</summary>
    public Child StartBot(string killAt = "")
    {
        var environment = Plan.BotSettings(killAt);
        foreach (var (key, value) in Store.Settings.Concat(Clock.Settings).Concat(Simulator.SettingsFor(Line?.Port)))
            environment[key] = value;
        if (Plan.Plants.Length > 0)
        {
            environment[Plants.Variable] = Plan.Plants;
            environment[TrialClock.Hooks] += Path.PathSeparator + Programs.PlantedFaults;
        }

        var bot = Child.Start(Programs.Bot, [], Folder, Path.Combine(Folder, $"bot-{_bots.Count + 1}.log"), environment);
        _bots.Add(bot);
        return bot;
    }

    /// <summary>Ends the bot as a power cut would.</summary>
    public async Task KillAsync(Child bot)
    {
        await bot.KillAsync();
        await NoteDeathAsync();
    }

    /// <summary>Waits until the bot has died by itself; false where it sent everything before.</summary>
    public async Task<bool> DiedAsync(Child bot)
    {
        while (!bot.HasExited)
        {
            if (await IsDoneAsync())
                return false;
            await Task.Delay(Look * 5);
        }

        await NoteDeathAsync();
        return true;
    }

    /// <summary>
    /// Stops the bot as a service manager does; it has to end well and in time, but for one that <paramref name="mayDie"/> by
    /// itself: it may have come to its point just now.
    /// </summary>
    public async Task StopAsync(Child bot, bool mayDie = false)
    {
        // Before that a signal ends it like any process that has none of its own to say.
        await bot.SaysAsync("Application started");
        var code = await bot.StopAsync();
        if (mayDie && code == Killed)
            await NoteDeathAsync();
        else if (code != 0)
            Notes.Mishaps.Add(code is null ? "stop: the bot did not stop within a minute" : $"stop: the bot stopped with exit code {code}");
    }

    /// <summary>Notes what is on record as leaving: of a process that is dead, or may not come back in time, nobody can tell what left.</summary>
    public async Task NoteDeathAsync()
    {
        Notes.Kills++;
        Notes.InDoubt.AddRange(await Store.NumbersAsync("SELECT id FROM deliveries WHERE state = 0 AND sending_at IS NOT NULL"));
    }

    /// <summary>Waits until the platform has got so many more requests than <paramref name="since"/>, or all is sent.</summary>
    public async Task RequestsAsync(int since, int count)
    {
        while (await Simulator.CountAsync() < since + count && !await IsDoneAsync())
            await Task.Delay(Look);
    }

    /// <summary>Lets time pass at once, for bot and platform.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Pass(time);
        await Simulator.SetClockAsync(Clock.Now);
    }

    /// <summary>Waits until nothing is left to send.</summary>
    public async Task DrainAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await IsDoneAsync() && !patience.IsCancellationRequested && _bots.Any(bot => !bot.HasExited))
            await Task.Delay(Look * 5);
    }

    /// <summary>Stops what still runs and hands everything over to the oracle.</summary>
    public async Task<Evidence> CollectAsync()
    {
        foreach (var bot in _bots.Where(bot => !bot.HasExited))
            await StopAsync(bot);
        await Simulator.DisposeAsync();
        await using var connection = await Store.ConnectAsync();
        return new Evidence
        {
            Rules = Plan.Rules,
            Due = Notes.Due,
            Ledger = EvidenceReader.ReadLedger(Simulator.LedgerFile),
            Rows = await EvidenceReader.ReadRowsAsync(connection, Plan.Platform),
            StillDue = (await Store.NumbersAsync("SELECT count(*) FROM subscriptions WHERE next_due <= @Now", Now))[0],
            InDoubt = Notes.InDoubt,
            Lost = Notes.Lost,
            Moved = Notes.Moved,
            MayBeUnknown = Notes.MayBeUnknown,
            Leaks = [.. EvidenceReader.FindSecret(Folder, Simulator.Token), .. await Store.FindAsync(Simulator.Token)],
            Mishaps = Notes.Mishaps,
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
            await bot.DisposeAsync();
        await Simulator.DisposeAsync();
        if (Line is not null)
            await Line.DisposeAsync();
        await Store.DisposeAsync();
    }

    private (string, object) Now => ("Now", Clock.Now.ToUnixTimeMilliseconds());

    private async Task<bool> IsDoneAsync() => (await Store.NumbersAsync(Open, Now))[0] == 0;
}
