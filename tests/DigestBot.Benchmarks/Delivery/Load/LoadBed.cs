using DigestBot.Benchmarks.Delivery.Judging;
using DigestBot.Benchmarks.Delivery.Trials;
using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Load;

/// <summary>The real program, its store and the simulators of one load, all in processes of their own and in real time.</summary>
internal sealed class LoadBed : IAsyncDisposable
{
    private readonly Dictionary<string, SimulatorProcess> _simulators;
    private readonly List<Child> _bots = [];

    private LoadBed(string folder, TrialStore store, IEnumerable<SimulatorProcess> simulators) =>
        (Folder, Store, _simulators) = (folder, store, simulators.ToDictionary(simulator => simulator.Platform));

    public string Folder { get; }

    public TrialStore Store { get; }

    /// <summary>Starts the simulators, each with the rest of its command line, and makes the store.</summary>
    public static async Task<LoadBed> SetUpAsync(StoreKind kind, params (string Platform, string[] Arguments)[] simulators)
    {
        var folder = Directory.CreateTempSubdirectory("digestbot-load-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), "{}");
        TrialContent.Write(folder, articles: 1);
        TrialStore store = kind == StoreKind.Sqlite ? new SqliteTrialStore(folder) : await PostgreSqlTrialStore.MakeAsync();
        await store.CreateAsync();
        var started = new List<SimulatorProcess>();
        foreach (var (platform, arguments) in simulators)
            started.Add(await SimulatorProcess.StartAsync(platform, folder, ["--lean", .. arguments]));
        return new LoadBed(folder, store, started);
    }

    public SimulatorProcess Simulator(string platform) => _simulators[platform];

    /// <summary>
    /// Subscribes chats that are all due at one minute, and others that are due the minute before: a service has long been
    /// running when a minute comes, so program, simulator and store are warm, as the bare loop is that it is compared with.
    /// </summary>
    /// <param name="platform">Where the chats are.</param>
    /// <param name="chats">How many are due.</param>
    /// <param name="warmUp">How many are due the minute before.</param>
    /// <param name="due">The minute.</param>
    public async Task SubscribeAsync(string platform, int chats, int warmUp, DateTimeOffset due)
    {
        var first = Broadcast.FirstChat(platform);
        await Store.SubscribeAsync(platform, first - warmUp, warmUp, TrialContent.Topic, due.AddMinutes(-1));
        await Store.SubscribeAsync(platform, first, chats, TrialContent.Topic, due);
    }

    /// <summary>Starts the bot on all of it.</summary>
    public Child StartBot(params (string Key, string Value)[] settings)
    {
        var environment = settings.ToDictionary(setting => setting.Key, setting => setting.Value);
        foreach (var (key, value) in Store.Settings.Concat(_simulators.Values.SelectMany(simulator => simulator.SettingsFor())))
            environment[key] = value;
        environment["Logging__LogLevel__Default"] = "Warning";
        environment["Logging__LogLevel__DigestBot"] = "Information";
        environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        var bot = Child.Start(Programs.Bot, [], Folder, Path.Combine(Folder, $"bot-{_bots.Count + 1}.log"), environment);
        _bots.Add(bot);
        return bot;
    }

    /// <summary>Waits until the platform has taken this many messages, with the bot alive.</summary>
    public async Task TakenAsync(string platform, int messages, TimeSpan patience)
    {
        using var outOfPatience = new CancellationTokenSource(patience);
        while (await _simulators[platform].CountAsync() < messages && !outOfPatience.IsCancellationRequested && _bots.TrueForAll(bot => !bot.HasExited))
            await Task.Delay(250, CancellationToken.None);
        // What is on its way, and its records.
        await Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None);
    }

    /// <summary>What the platform got.</summary>
    public IReadOnlyList<LedgerEntry> Ledger(string platform) => EvidenceReader.ReadLedger(_simulators[platform].LedgerFile);

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
            await bot.DisposeAsync();
        foreach (var simulator in _simulators.Values)
            await simulator.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
