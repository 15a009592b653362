using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Serving;

public sealed class SmallServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neither_a_request_that_never_ends_nor_one_that_was_sent_half_holds_up_a_stop()
    {
        var server = new SmallServer(NullLoggerFactory.Instance);
        var asked = new TaskCompletionSource();
        await server.StartAsync("127.0.0.1", 0, site => site.Run(_ => { asked.SetResult(); return Task.Delay(Timeout.Infinite, Cancellation); }), Cancellation);
        using var whole = await AskAsync(server, "GET / HTTP/1.1\r\nHost: bot\r\n\r\n");
        using var half = await AskAsync(server, "GET / HTTP/1.1\r\nHost: bot\r\n");
        await asked.Task.WaitAsync(Cancellation);

        // A web server's own patience is half a minute.
        await server.StopAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
    }

    private static async Task<TcpClient> AskAsync(SmallServer server, string text)
    {
        var url = new Uri(server.Url);
        var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, Cancellation);
        await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(text), Cancellation);
        return client;
    }
}
