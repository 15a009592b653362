using System.Net;
using DigestBot.Simulators.Telegram.Methods;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DigestBot.Simulators.Telegram;

/// <summary>
/// A Telegram Bot API server on loopback. It checks what the real one checks and refuses some things that the real one
/// repairs in silence; it keeps a ledger of what it took, and shows faults when told to.
/// </summary>
public sealed class TelegramSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WebhookPusher _pusher;
    private readonly FileMethods _files;

    private TelegramSimulator(TelegramSimulatorOptions options, WebApplication app)
    {
        (Options, _app) = (options, app);
        World = new TelegramWorld(options);
        Ledger = new Ledger(options.LedgerFile);
        Faults = new FaultScript(options.Seed);
        Updates = new TelegramUpdates(World);
        _pusher = new WebhookPusher(Updates);
        var (callbacks, menus, inline) = (new CallbackMethods(), new MenuMethods(), new InlineMethods());
        _files = new FileMethods(options.KeepsFiles);
        (Menus, People) = (menus, new TelegramPeople(World, Updates, callbacks, inline, _files));
        Server = new TelegramServer(options, World, Updates, callbacks, menus, inline, _files, Ledger, Faults);
    }

    public TelegramSimulatorOptions Options { get; }

    /// <summary>What <c>Telegram:BaseUrl</c> is set to.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1");

    public string Token => Options.Token;

    public TelegramWorld World { get; }

    /// <summary>What users do.</summary>
    public TelegramPeople People { get; }

    public TelegramUpdates Updates { get; }

    public Ledger Ledger { get; }

    public FaultScript Faults { get; }

    /// <summary>Whether the contract was found: without it requests are checked by the simulator's own rules alone.</summary>
    public bool ChecksContract => Server.Contract is not null;

    internal MenuMethods Menus { get; }

    internal TelegramServer Server { get; }

    public static async Task<TelegramSimulator> StartAsync(TelegramSimulatorOptions? options = null)
    {
        options ??= new TelegramSimulatorOptions();
        // Settings are watched in the content root; in the working directory each line of the ledger would be noticed.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;
        });
        var app = builder.Build();
        var simulator = new TelegramSimulator(options, app);
        app.Run(simulator.RouteAsync);
        await app.StartAsync();
        simulator.Url = new Uri(app.Urls.First() + options.Path);
        simulator._pusher.Start();
        return simulator;
    }

    /// <summary>The command menu that the bot set for a language; null where it set none.</summary>
    public IReadOnlyList<string>? Menu(string language) =>
        Menus.For(language) is { } menu ? [.. menu.Select(command => command!["command"]!.GetValue<string>())] : null;

    /// <summary>Waits for messages that the simulator took for a chat.</summary>
    public async Task<IReadOnlyList<string>> MessagesAsync(SimulatedChat chat, int count = 1, TimeSpan? patience = null)
    {
        var id = chat.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var entries = await Ledger.WaitAsync(entry => entry is { Method: "sendMessage" or "sendDocument", Verdict: Verdict.Accepted } && entry.Chat == id, count, patience);
        return [.. entries.Select(entry => entry.Text ?? "")];
    }

    public async ValueTask DisposeAsync()
    {
        await _pusher.DisposeAsync();
        using var impatient = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(impatient.Token);
        await _app.DisposeAsync();
        Ledger.Dispose();
    }

    private Task RouteAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith("/control/", StringComparison.Ordinal))
            return TelegramControl.HandleAsync(this, http, path["/control/".Length..]);

        var files = $"{Options.Path}/file/bot{Token}/";
        if (path.StartsWith(files, StringComparison.Ordinal))
            return Server.DownloadAsync(http, path[files.Length..]);

        if (!path.StartsWith(Options.Path + "/bot", StringComparison.Ordinal))
            return TelegramAnswer.SendAsync(http, new TelegramException(404, "Not Found"));

        var rest = path[(Options.Path.Length + 4)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? TelegramAnswer.SendAsync(http, new TelegramException(404, "Not Found"))
            : Server.HandleAsync(http, rest[..slash], rest[(slash + 1)..]);
    }
}
