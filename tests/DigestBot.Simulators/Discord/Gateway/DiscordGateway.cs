using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Simulators.Discord.Gateway;

/// <summary>
/// The gateway: sessions that come and go, and what a test can do to them. Faults of the script strike <c>connect</c>,
/// <c>identify</c> and <c>resume</c>: an answer's code closes the connection, a hang says nothing, a cut ends it.
/// </summary>
public sealed class DiscordGateway
{
    private readonly DiscordSimulator _simulator;
    private readonly Lock _gate = new();
    private readonly List<GatewayConnection> _connections = [];
    private readonly GatewaySessions _sessions = new();
    private readonly GatewayHandshake _handshake;
    private readonly List<int?> _closedByBot = [];
    private int _reconnectsBeforeHello;
    private int _heartbeats;

    internal DiscordGateway(DiscordSimulator simulator)
    {
        _simulator = simulator;
        Budget = new IdentifyBudget(simulator.Options, () => simulator.World.Now());
        _handshake = new GatewayHandshake(simulator, this, _sessions);
    }

    /// <summary>Where sessions begin.</summary>
    public Uri Url { get; internal set; } = new("ws://127.0.0.1/gateway");

    /// <summary>Where they are resumed.</summary>
    public Uri ResumeUrl { get; internal set; } = new("ws://127.0.0.1/resume");

    public IdentifyBudget Budget { get; }

    /// <summary>False makes zombies: heartbeats are heard and not answered.</summary>
    public bool AcksHeartbeats { get; set; } = true;

    /// <summary>How many heartbeats came, over all connections.</summary>
    public int Heartbeats => _heartbeats;

    /// <summary>How many connections are open.</summary>
    public int Connections
    {
        get
        {
            lock (_gate)
                return _connections.Count;
        }
    }

    /// <summary>How many sessions are connected now.</summary>
    public int Sessions => _sessions.Connected;

    /// <summary>The codes with which the bot itself closed, in order; null where it was cut.</summary>
    public IReadOnlyList<int?> ClosedByBot
    {
        get
        {
            lock (_gate)
                return [.. _closedByBot];
        }
    }

    /// <summary>The next connections are told to reconnect before they are greeted.</summary>
    public void ReconnectBeforeHello(int times = 1) => Interlocked.Add(ref _reconnectsBeforeHello, times);

    /// <summary>Asks every connection to come again.</summary>
    public void Reconnect() => Each(connection => connection.Send(Opcodes.Reconnect));

    /// <summary>Says that the session is invalid; it stays where it can be resumed.</summary>
    public void Invalidate(bool resumable) => Each(connection =>
    {
        if (!resumable)
            connection.Session?.End();
        connection.Send(Opcodes.InvalidSession, resumable);
    });

    /// <summary>Asks for a heartbeat at once.</summary>
    public void AskForHeartbeat() => Each(connection => connection.Send(Opcodes.Heartbeat));

    public void Close(int code) => Each(connection => connection.Close(code));

    /// <summary>Ends every connection without a word.</summary>
    public void Cut() => Each(connection => connection.Cut());

    /// <summary>Sends what no gateway should: the text as it is.</summary>
    public void SendRaw(string text) => Each(connection => connection.SendRaw(text));

    /// <summary>Tells every session that sees the guild; one without a guild is the first shard's.</summary>
    public void Tell(string name, JsonNode data, ulong? guild = null) => _sessions.Tell(name, data, guild);

    /// <summary>Waits until a session is connected.</summary>
    public async Task ReadyAsync(int sessions = 1, TimeSpan? patience = null)
    {
        using var outOfPatience = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(60));
        while (Sessions < sessions)
            await Task.Delay(5, outOfPatience.Token);
    }

    internal async Task HandleAsync(HttpContext http)
    {
        var fault = _simulator.Faults.Next("connect", null, null);
        if (fault is { Kind: FaultKind.Answer })
        {
            http.Response.StatusCode = fault.Status;
            return;
        }

        if (fault is { Kind: FaultKind.Cut })
        {
            http.Abort();
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var connection = new GatewayConnection(socket, _simulator.Options.Oddities, () => _simulator.Seconds);
        lock (_gate)
            _connections.Add(connection);
        Greet(connection, http.Request, hangs: fault is { Kind: FaultKind.Hang });
        using var watchdog = connection.WatchHeart(_simulator.Options.HeartbeatInterval * 1.5 + TimeSpan.FromSeconds(1));
        var code = await connection.RunAsync(payload => HandleAsync(connection, http.Request.Path, payload), http.RequestAborted);
        Leave(connection, code);
    }

    private void Greet(GatewayConnection connection, HttpRequest request, bool hangs)
    {
        if (request.Query["v"] != "10" || request.Query["encoding"] != "json")
            connection.Close(CloseCodes.InvalidVersion);
        else if (Interlocked.Decrement(ref _reconnectsBeforeHello) >= 0)
            connection.Send(Opcodes.Reconnect);
        else if (!hangs)
            connection.Send(
                Opcodes.Hello,
                new JsonObject { ["heartbeat_interval"] = (int)_simulator.Options.HeartbeatInterval.TotalMilliseconds });
        if (Volatile.Read(ref _reconnectsBeforeHello) < 0)
            Interlocked.Exchange(ref _reconnectsBeforeHello, 0);
    }

    private async ValueTask HandleAsync(GatewayConnection connection, string path, JsonObject payload)
    {
        switch (payload["op"]!.GetValue<int>())
        {
            case Opcodes.Heartbeat:
                connection.Beat();
                Interlocked.Increment(ref _heartbeats);
                if (AcksHeartbeats)
                    connection.Send(Opcodes.HeartbeatAck);
                break;
            case Opcodes.Identify when connection.Session is not null:
            case Opcodes.Resume when connection.Session is not null:
                connection.Close(CloseCodes.AlreadyAuthenticated);
                break;
            case Opcodes.Identify:
                await _handshake.IdentifyAsync(connection, path, payload["d"] as JsonObject ?? []);
                break;
            case Opcodes.Resume:
                await _handshake.ResumeAsync(connection, path, payload["d"] as JsonObject ?? []);
                break;
            case Opcodes.PresenceUpdate or Opcodes.VoiceStateUpdate or Opcodes.RequestGuildMembers:
                if (connection.Session is null)
                    connection.Close(CloseCodes.NotAuthenticated);
                break;
            default:
                connection.Close(CloseCodes.UnknownOpcode);
                break;
        }
    }

    private void Leave(GatewayConnection connection, int? code)
    {
        lock (_gate)
        {
            _connections.Remove(connection);
            if (connection.WasLeft)
                _closedByBot.Add(code);
        }

        var closed = connection.ClosedWith ?? code;
        connection.Session?.Leave(connection, closed is null || CloseCodes.LeavesSession(closed.Value));
    }

    private void Each(Action<GatewayConnection> act)
    {
        GatewayConnection[] all;
        lock (_gate)
            all = [.. _connections];
        foreach (var connection in all)
            act(connection);
    }
}
