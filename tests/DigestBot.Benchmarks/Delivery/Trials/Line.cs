using System.Net;
using System.Net.Sockets;

namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>A line from the bot to a server that can be closed: connections are then refused, and those that stand are cut.</summary>
internal sealed class Line(int server) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Socket> _sockets = [];
    private TcpListener? _listener;

    /// <summary>Where the bot finds the server.</summary>
    public int Port { get; private set; }

    public void Open()
    {
        var listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _listener = listener;
        _ = TakeAsync(listener);
    }

    public void Close()
    {
        _listener?.Dispose();
        lock (_gate)
        {
            foreach (var socket in _sockets)
            {
                // Cut, not ended: the other side is told by a reset.
                socket.LingerState = new LingerOption(true, 0);
                socket.Dispose();
            }

            _sockets.Clear();
        }
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private async Task TakeAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = JoinAsync(await listener.AcceptSocketAsync());
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The line is closed.
        }
    }

    private async Task JoinAsync(Socket bot)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        bot.NoDelay = true;
        lock (_gate)
            _sockets.AddRange([bot, far]);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, server);
            await Task.WhenAny(CopyAsync(bot, far), CopyAsync(far, bot));
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // As the harness wanted, or the bot died.
        }

        lock (_gate)
            _sockets.RemoveAll(socket => socket == bot || socket == far);
        bot.Dispose();
        far.Dispose();
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[32 * 1024];
        while (await from.ReceiveAsync(buffer) is > 0 and var count)
            await to.SendAsync(buffer.AsMemory(0, count));
    }
}
