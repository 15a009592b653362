using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord;

namespace DigestBot.Platforms.Discord.Simulator;

/// <summary>Speaks to the simulated gateway payload by payload.</summary>
internal sealed class RawGateway : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();

    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<RawGateway> ConnectAsync(Uri url, string query = "?v=10&encoding=json")
    {
        var gateway = new RawGateway();
        await gateway._socket.ConnectAsync(new Uri($"{url}{query}"), TestContext.Current.CancellationToken);
        return gateway;
    }

    /// <summary>Connects, is greeted, identifies and reads READY.</summary>
    public static async Task<(RawGateway Gateway, JsonObject Ready)> BeginAsync(DiscordSimulator discord, string more = "")
    {
        var gateway = await ConnectAsync(discord.Gateway.Url);
        await gateway.NextAsync();
        await gateway.IdentifyAsync(discord.Token, more: more);
        return (gateway, (JsonObject)(await gateway.NextAsync("READY"))["d"]!);
    }

    public Task IdentifyAsync(string token, int intents = 1, string more = "") =>
        SendAsync($$$"""{"op":2,"d":{"token":"{{{token}}}","intents":{{{intents}}},"properties":{"os":"linux","browser":"raw","device":"raw"}{{{more}}}}}""");

    public Task SendAsync(string text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    /// <summary>The next payload, or the next event of that name; null once the gateway has closed.</summary>
    public async Task<JsonObject> NextAsync(string? name = null)
    {
        while (await TryNextAsync() is { } payload)
        {
            if (name is null || payload["t"]?.ToString() == name)
                return payload;
        }

        throw new InvalidOperationException($"the gateway closed with {CloseCode}");
    }

    public async Task<JsonObject?> TryNextAsync()
    {
        var buffer = new byte[1 << 16];
        var length = 0;
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(
                new ArraySegment<byte>(buffer, length, buffer.Length - length), TestContext.Current.CancellationToken);
            length += part.Count;
        }
        while (!part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Close ? null : (JsonObject)JsonNode.Parse(buffer.AsSpan(0, length))!;
    }

    /// <summary>Reads until the gateway closes and says with which code.</summary>
    public async Task<int?> ClosedAsync()
    {
        while (await TryNextAsync() is not null)
        {
        }

        return CloseCode;
    }

    public Task CloseAsync(int code) =>
        _socket.CloseAsync((WebSocketCloseStatus)code, null, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
