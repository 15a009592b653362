using System.Net;
using DigestBot.Simulators.Discord.Gateway;
using DigestBot.Simulators.Discord.Rest;
using DigestBot.Simulators.Discord.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DigestBot.Simulators.Discord;

/// <summary>
/// Discord's REST API and gateway on loopback. It checks what the real one checks, and refuses some things that the real one lets
/// pass; it keeps a ledger of what it took, and shows faults when told to.
/// </summary>
public sealed class DiscordSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DiscordFiles _files;
    private readonly DiscordServer _server;

    private DiscordSimulator(DiscordSimulatorOptions options, WebApplication app)
    {
        (Options, _app) = (options, app);
        World = new DiscordWorld(options);
        Ledger = new Ledger(options.LedgerFile);
        Faults = new FaultScript(options.Seed);
        Gateway = new DiscordGateway(this);
        var (maker, interactions) = (new MessageMaker(World), new DiscordInteractions(World));
        Interactions = interactions;
        _files = new DiscordFiles(this);
        People = new DiscordPeople(World, Gateway, Commands, interactions, maker, _files);
        _server = new DiscordServer(this, new DiscordOperations(
            interactions,
            new MessageOperations(options, World, maker),
            new ThreadOperations(World, maker, Gateway),
            new CommandOperations(World, Commands),
            new CallbackOperations(options, interactions, maker),
            new ResponseOperations(options, World, interactions, maker),
            new LookupOperations(World, Gateway)));
    }

    public DiscordSimulatorOptions Options { get; }

    /// <summary>What <c>Discord:BaseUrl</c> is set to.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1");

    public string Token => Options.Token;

    public DiscordWorld World { get; }

    /// <summary>What users do.</summary>
    public DiscordPeople People { get; }

    public DiscordGateway Gateway { get; }

    /// <summary>The slash commands that the bot registered.</summary>
    public RegisteredCommands Commands { get; } = new();

    public Ledger Ledger { get; }

    public FaultScript Faults { get; }

    /// <summary>How the bot kept the limits.</summary>
    public RateWatch Rates { get; } = new();

    /// <summary>Whether the contract was found: without it requests are checked by the simulator's own rules alone.</summary>
    public bool ChecksContract => _server.Contract is not null;

    internal DiscordInteractions Interactions { get; }

    internal double Seconds => _server.Seconds;

    public static async Task<DiscordSimulator> StartAsync(DiscordSimulatorOptions? options = null)
    {
        options ??= new DiscordSimulatorOptions();
        // Settings are watched in the content root; in the working directory each line of the ledger would be noticed.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;
        });
        var app = builder.Build();
        var simulator = new DiscordSimulator(options, app);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        app.Run(simulator.RouteAsync);
        await app.StartAsync();
        simulator.Locate(new Uri(app.Urls.First()));
        return simulator;
    }

    /// <summary>Waits for messages that the bot sent to a channel by itself, and returns all that stand there.</summary>
    public async Task<IReadOnlyList<DiscordMessage>> MessagesAsync(
        DiscordChannel channel, int count = 1, TimeSpan? patience = null)
    {
        var id = Snowflakes.Text(channel.Id);
        bool IsIts(LedgerEntry entry) => entry is { Method: "createMessage", Verdict: Verdict.Accepted } && entry.Chat == id;
        await Ledger.WaitAsync(IsIts, count, patience);
        return channel.Messages;
    }

    /// <summary>Gives every rate limit bucket another name, as Discord does now and then.</summary>
    public void RenameBuckets() => _server.RenameBuckets();

    public async ValueTask DisposeAsync()
    {
        Gateway.Cut();
        using var impatient = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(impatient.Token);
        await _app.DisposeAsync();
        Ledger.Dispose();
    }

    private void Locate(Uri server)
    {
        Url = new Uri(server, Options.Path);
        var sockets = new UriBuilder(server) { Scheme = "ws" }.Uri;
        (Gateway.Url, Gateway.ResumeUrl) = (new Uri(sockets, "gateway"), new Uri(sockets, "resume"));
    }

    private Task RouteAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith("/control/", StringComparison.Ordinal))
            return DiscordControl.HandleAsync(this, http, path["/control/".Length..]);
        if (http.WebSockets.IsWebSocketRequest && path.TrimEnd('/') is "/gateway" or "/resume")
            return Gateway.HandleAsync(http);
        if (path.StartsWith(DiscordFiles.Path, StringComparison.Ordinal))
            return _files.GiveAsync(http);
        if (path.StartsWith(Options.Path + "/", StringComparison.Ordinal))
            return _server.HandleAsync(http, path[Options.Path.Length..]);

        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
