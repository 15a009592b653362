using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>A socket to the gateway: carries what a <see cref="GatewayTalk"/> says to and fro until one side ends it.</summary>
internal sealed class GatewayConnection(GatewayTalk talk, Action<GatewayAction.Deliver> deliver, TimeProvider time) : IDisposable
{
    private const int LargestFrame = 64 * 1024 * 1024;
    private static readonly TimeSpan PatienceForSocket = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket _socket = new();
    private readonly ArrayBufferWriter<byte> _frame = new(16 * 1024);
    private readonly long _origin = time.GetTimestamp();

    /// <summary>Runs it to its end; failures of the network are ends like others.</summary>
    public async Task<GatewayEnd> RunAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            // Pings of the protocol below would only hide that heartbeats are not answered.
            _socket.Options.KeepAliveInterval = TimeSpan.Zero;
            await PatientlyAsync(stop => _socket.ConnectAsync(address, stop), cancellationToken);
            talk.Opened(Now);
            return await TalkAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is WebSocketException or HttpRequestException or IOException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            return new GatewayEnd(Next.Resume, $"connection lost: {failure.GetBaseException().GetType().Name}");
        }
    }

    /// <summary>Closes without invalidating the session; for good, where the bot stops.</summary>
    public async Task CloseAsync(int code)
    {
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await PatientlyAsync(stop => _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, stop), CancellationToken.None);
        }
        catch (Exception failure) when (failure is WebSocketException or IOException or TimeoutException or ObjectDisposedException)
        {
            _socket.Abort();
        }
    }

    public void Dispose() => _socket.Dispose();

    private TimeSpan Now => time.GetElapsedTime(_origin);

    private async Task<GatewayEnd> TalkAsync(CancellationToken cancellationToken)
    {
        var receiving = ReceiveAsync(cancellationToken);
        while (true)
        {
            IReadOnlyList<GatewayAction> actions;
            if (await ComesInTimeAsync(receiving, cancellationToken))
            {
                if (!await receiving)
                    return Closed();
                actions = ReadFrame() is { } frame ? talk.Receive(frame, Now) : [];
                _frame.ResetWrittenCount();
                receiving = ReceiveAsync(cancellationToken);
            }
            else
            {
                actions = talk.Elapsed(Now);
            }

            foreach (var action in actions)
            {
                if (action is GatewayAction.Leave leave)
                    return new GatewayEnd(leave.Next, leave.Reason) { WasLive = talk.IsLive, WasMeant = true };
                await DoAsync(action, cancellationToken);
            }
        }
    }

    private async Task<bool> ComesInTimeAsync(Task receiving, CancellationToken cancellationToken)
    {
        var wait = talk.Deadline == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : talk.Deadline - Now;
        if (receiving.IsCompleted)
            return true;
        if (wait <= TimeSpan.Zero && wait != Timeout.InfiniteTimeSpan)
            return false;

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(receiving, Task.Delay(wait, time, enough.Token));
        await enough.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return first == receiving;
    }

    private async Task DoAsync(GatewayAction action, CancellationToken cancellationToken)
    {
        if (action is GatewayAction.Send send)
            await PatientlyAsync(stop => _socket.SendAsync(send.Payload, WebSocketMessageType.Text, endOfMessage: true, stop), cancellationToken);
        else if (action is GatewayAction.Deliver delivered)
            deliver(delivered);
    }

    /// <summary>Reads a whole frame; false where the server closed.</summary>
    private async Task<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await _socket.ReceiveAsync(_frame.GetMemory(4096), cancellationToken);
            if (result.MessageType == WebSocketMessageType.Close)
                return false;

            _frame.Advance(result.Count);
            if (_frame.WrittenCount > LargestFrame)
                throw new IOException("a frame without an end");
            if (result.EndOfMessage)
                return true;
        }
    }

    private GatewayFrame? ReadFrame()
    {
        try
        {
            return JsonSerializer.Deserialize(_frame.WrittenSpan, DiscordJson.Wire.GatewayFrame);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private GatewayEnd Closed()
    {
        var code = (int?)_socket.CloseStatus is { } given and not (int)WebSocketCloseStatus.Empty ? given : (int?)null;
        return new GatewayEnd(CloseCodes.NextAfter(code), CloseCodes.Describe(code)) { WasLive = talk.IsLive, WasMeant = code is not null };
    }

    /// <summary>In real time: the operating system's clock is what a hanging socket hangs on.</summary>
    private static async Task PatientlyAsync(Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PatienceForSocket);
        try
        {
            await act(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }
}

/// <summary>How a connection ended and what follows.</summary>
internal sealed record GatewayEnd(Next Next, string Reason)
{
    /// <summary>Whether events had come over it.</summary>
    public bool WasLive { get; init; }

    /// <summary>One side had a reason to end it; false where it only broke.</summary>
    public bool WasMeant { get; init; }
}
