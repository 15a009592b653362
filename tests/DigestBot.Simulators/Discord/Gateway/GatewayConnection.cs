using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using DigestBot.Simulators.Discord.Rest;

namespace DigestBot.Simulators.Discord.Gateway;

/// <summary>
/// One socket: writes in the order in which it was told, reads what the bot sends and keeps the socket's own limits.
/// </summary>
internal sealed class GatewayConnection(WebSocket socket, DiscordOddities oddities, Func<double> seconds)
{
    private const int MostBytes = 4096;
    private readonly Channel<Outgoing> _out = Channel.CreateUnbounded<Outgoing>();
    private readonly SlidingWindow _sends = new(120, 60);
    private double _lastBeat = seconds();
    private bool _wasCut;

    public GatewaySession? Session { get; set; }

    /// <summary>The code that this side closed with.</summary>
    public int? ClosedWith { get; private set; }

    /// <summary>True where the bot ended it, and this side did not.</summary>
    public bool WasLeft { get; private set; }

    public void Send(JsonObject payload) =>
        _out.Writer.TryWrite(new Outgoing(Encoding.UTF8.GetBytes(Oddities.Apply(payload, oddities).ToJsonString()), null));

    public void Send(int op, JsonNode? data = null) =>
        Send(new JsonObject { ["op"] = op, ["d"] = data, ["s"] = null, ["t"] = null });

    /// <summary>Sends bytes as they are.</summary>
    public void SendRaw(string text) => _out.Writer.TryWrite(new Outgoing(Encoding.UTF8.GetBytes(text), null));

    public void Close(int code)
    {
        ClosedWith ??= code;
        _out.Writer.TryWrite(new Outgoing(null, code));
    }

    /// <summary>Ends the connection without a word.</summary>
    public void Cut()
    {
        _wasCut = true;
        socket.Abort();
    }

    /// <summary>Notes a heartbeat.</summary>
    public void Beat() => _lastBeat = seconds();

    /// <summary>Closes once the bot's heart has stopped for that long.</summary>
    public Timer WatchHeart(TimeSpan patience)
    {
        void Look(object? state)
        {
            if (seconds() - _lastBeat > patience.TotalSeconds)
                Close(CloseCodes.UnknownError);
        }

        return new Timer(Look, null, patience, patience / 3);
    }

    /// <summary>
    /// Runs until either side ends it; hands each payload to <paramref name="handle"/>. Returns the code that the bot closed
    /// with.
    /// </summary>
    public async Task<int?> RunAsync(Func<JsonObject, ValueTask> handle, CancellationToken cancellationToken)
    {
        var writing = WriteAsync(cancellationToken);
        try
        {
            return await ReadAsync(handle, cancellationToken);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            WasLeft = ClosedWith is null && !_wasCut;
            return null;
        }
        finally
        {
            _out.Writer.TryComplete();
            await writing;
        }
    }

    private async Task<int?> ReadAsync(Func<JsonObject, ValueTask> handle, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostBytes + 1];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                length += part.Count;
            }
            while (!part.EndOfMessage && length < buffer.Length);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                var code = (int?)socket.CloseStatus;
                WasLeft = ClosedWith is null;
                Close(code ?? 1000);
                return code;
            }

            if (length > MostBytes)
            {
                // The rest of it is still to come: nothing that follows can be understood.
                await EndAsync(CloseCodes.DecodeError, buffer, cancellationToken);
                return null;
            }

            if (Read(buffer.AsSpan(0, length)) is { } payload)
                await handle(payload);
        }
    }

    /// <summary>The payload; null for one that is not to be handled.</summary>
    private JsonObject? Read(ReadOnlySpan<byte> bytes)
    {
        if (ClosedWith is not null)
            return null;
        if (_sends.TooEarlyBy(seconds()) is not null)
        {
            Close(CloseCodes.RateLimited);
            return null;
        }

        try
        {
            if (JsonNode.Parse(bytes) is JsonObject payload && payload["op"]?.GetValueKind() == JsonValueKind.Number)
                return payload;
        }
        catch (JsonException)
        {
            // Closed with the same code as what is JSON and no payload.
        }

        Close(CloseCodes.DecodeError);
        return null;
    }

    private async Task EndAsync(int code, byte[] buffer, CancellationToken cancellationToken)
    {
        Close(code);
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            if ((await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken)).MessageType == WebSocketMessageType.Close)
                return;
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var action in _out.Reader.ReadAllAsync(cancellationToken))
            {
                if (action.Bytes is { } bytes)
                    await socket.SendAsync(bytes, WebSocketMessageType.Text, true, cancellationToken);
                else if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                    await socket.CloseOutputAsync((WebSocketCloseStatus)action.Code!, "closed", cancellationToken);
            }
        }
        catch (Exception e) when (
            e is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
            // The other side is gone: reading ends by itself.
        }
    }

    /// <summary>Bytes to send, or a code to close with.</summary>
    private readonly record struct Outgoing(byte[]? Bytes, int? Code);
}
