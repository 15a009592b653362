using System.Text.Json;

namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>
/// One connection to the gateway as a state machine without a socket and without a clock: what comes in and how much time
/// has passed go in, what is to be done comes out.
/// </summary>
internal sealed class GatewayTalk(GatewaySession session, string token, int[]? shard, Random random)
{
    private static readonly TimeSpan PatienceForHello = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PatienceForSession = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestBeat = TimeSpan.FromSeconds(1);

    private TimeSpan _interval;
    private TimeSpan? _nextBeat;
    private TimeSpan? _lastBeat;
    private TimeSpan? _answerBy;
    private bool _awaitsAck;

    /// <summary>Whether this connection takes the session up again instead of beginning one.</summary>
    public bool Resumes { get; } = session.CanResume;

    /// <summary>The gateway was there to be asked.</summary>
    public bool WasGreeted => _nextBeat is not null;

    /// <summary>When a session was asked for; null where none was.</summary>
    public TimeSpan? IdentifiedAt { get; private set; }

    /// <summary>The session has begun or goes on: events come.</summary>
    public bool IsLive { get; private set; }

    /// <summary>When <see cref="Elapsed"/> has something to do, at the latest.</summary>
    public TimeSpan Deadline => _answerBy is { } answer && (_nextBeat is not { } beat || answer < beat) ? answer : _nextBeat ?? TimeSpan.MaxValue;

    /// <summary>The socket is open.</summary>
    public void Opened(TimeSpan now) => _answerBy = now + PatienceForHello;

    /// <summary>A frame came.</summary>
    public IReadOnlyList<GatewayAction> Receive(GatewayFrame frame, TimeSpan now)
    {
        session.Heard(frame.Op == Op.Dispatch ? frame.S : null);
        switch (frame.Op)
        {
            case Op.Hello:
                return Hello(Read(frame.D, DiscordJson.Wire.HelloData)?.HeartbeatInterval, now);
            case Op.HeartbeatAck:
                _awaitsAck = false;
                return [];
            case Op.Heartbeat:
                // A gateway that asks and asks must not make this bot talk too much.
                return _lastBeat is { } last && now - last < ShortestBeat ? [] : [Beat(now)];
            case Op.Reconnect:
                return [new GatewayAction.Leave(Next.Resume, "the gateway asks for a new connection")];
            case Op.InvalidSession:
                return [InvalidSession(frame.D.ValueKind == JsonValueKind.True)];
            case Op.Dispatch:
                return Event(frame);
            default:
                return [];
        }
    }

    /// <summary>Time has passed.</summary>
    public IReadOnlyList<GatewayAction> Elapsed(TimeSpan now)
    {
        if (now >= _answerBy)
            return [new GatewayAction.Leave(session.CanResume ? Next.Resume : Next.Identify, _nextBeat is null ? "no HELLO came" : "no session came")];
        if (_nextBeat is null || now < _nextBeat)
            return [];
        if (_awaitsAck)
            return [new GatewayAction.Leave(Next.Resume, "a heartbeat was not answered")];

        return [Beat(now)];
    }

    private IReadOnlyList<GatewayAction> Hello(double? interval, TimeSpan now)
    {
        _interval = TimeSpan.FromMilliseconds(interval is > 0 and < int.MaxValue ? interval.Value : 41_250);
        _nextBeat = now + _interval * random.NextDouble();
        _answerBy = now + PatienceForSession;
        return [Resumes ? Resume() : Identify(now)];
    }

    private GatewayAction.Send Identify(TimeSpan now)
    {
        IdentifiedAt = now;
        var data = new IdentifyData(token, Intents.Wanted, new ClientProperties(Environment.OSVersion.Platform.ToString(), "DigestBot", "DigestBot"), shard);
        return new GatewayAction.Send(JsonSerializer.SerializeToUtf8Bytes(new IdentifyFrame(Op.Identify, data), DiscordJson.Wire.IdentifyFrame));
    }

    private GatewayAction.Send Resume()
    {
        var data = new ResumeData(token, session.Id ?? "", session.Sequence);
        return new GatewayAction.Send(JsonSerializer.SerializeToUtf8Bytes(new ResumeFrame(Op.Resume, data), DiscordJson.Wire.ResumeFrame));
    }

    private GatewayAction.Send Beat(TimeSpan now)
    {
        (_awaitsAck, _lastBeat) = (true, now);
        // One that was asked for takes the place of the next: that has a whole interval to be answered in, too.
        if (_nextBeat is not null)
            _nextBeat = now + _interval;
        return new GatewayAction.Send(
            JsonSerializer.SerializeToUtf8Bytes(new HeartbeatFrame(Op.Heartbeat, session.Sequence), DiscordJson.Wire.HeartbeatFrame));
    }

    private GatewayAction.Leave InvalidSession(bool canResume)
    {
        if (!canResume)
            session.Forget();
        return new GatewayAction.Leave(session.CanResume ? Next.Resume : Next.Identify, "the session is not valid any more");
    }

    private IReadOnlyList<GatewayAction> Event(GatewayFrame frame)
    {
        if (frame.T == "READY")
        {
            if (Read(frame.D, DiscordJson.Wire.ReadyData) is { SessionId: { Length: > 0 } id } ready)
                session.Began(id, ready.ResumeGatewayUrl);
            BecomeLive();
        }
        else if (frame.T == "RESUMED")
        {
            session.Resumed();
            BecomeLive();
        }

        return frame.T is null ? [] : [new GatewayAction.Deliver(frame.T, frame.D)];
    }

    private void BecomeLive() => (IsLive, _answerBy) = (true, null);

    private static T? Read<T>(JsonElement data, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return data.ValueKind == JsonValueKind.Object ? data.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What is to be done.</summary>
internal abstract record GatewayAction
{
    /// <summary>Sends a payload.</summary>
    public sealed record Send(byte[] Payload) : GatewayAction;

    /// <summary>Hands an event to whoever it concerns.</summary>
    public sealed record Deliver(string Name, JsonElement Data) : GatewayAction;

    /// <summary>Closes this connection and goes on with the next.</summary>
    public sealed record Leave(Next Next, string Reason) : GatewayAction;
}
