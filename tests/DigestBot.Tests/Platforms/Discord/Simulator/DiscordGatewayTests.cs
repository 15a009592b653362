using System.Text.Json.Nodes;
using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Platforms.Discord.Simulator;

/// <summary>The simulated gateway greets, numbers and closes as Discord's does.</summary>
public sealed class DiscordGatewayTests : IAsyncLifetime
{
    private DiscordSimulator _discord = null!;
    private DiscordGuild _guild = null!;
    private DiscordChannel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifySeconds = 0 });
        _guild = _discord.World.AddGuild("Warta", _discord.World.AddUser("Ani"));
        _channel = _discord.World.AddChannel(_guild, "berita");
    }

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

    [Fact]
    public async Task A_session_begins_with_HELLO_READY_and_the_guilds()
    {
        await using var gateway = await RawGateway.ConnectAsync(_discord.Gateway.Url);
        var hello = await gateway.NextAsync();
        await gateway.IdentifyAsync(_discord.Token);
        var (ready, guild) = (await gateway.NextAsync(), await gateway.NextAsync());

        Assert.Equal((10, 41250), ((int)hello["op"]!, (int)hello["d"]!["heartbeat_interval"]!));
        Assert.Equal(("READY", 1), (ready["t"]!.ToString(), (int)ready["s"]!));
        Assert.True(ready["d"]!["guilds"]![0]!["unavailable"]!.GetValue<bool>());
        Assert.Equal($"{_discord.World.BotId}", ready["d"]!["application"]!["id"]!.ToString());
        Assert.Equal(("GUILD_CREATE", 2, "Warta"), (guild["t"]!.ToString(), (int)guild["s"]!, guild["d"]!["name"]!.ToString()));
        Assert.Equal(1, _discord.Gateway.Sessions);
    }

    [Theory]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":1,"properties":{"os":"l","browser":"b","device":"d"}}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":1}}""", 4002)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":-1,"properties":{"os":"l","browser":"b","device":"d"}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":32769,"properties":{"os":"l","browser":"b","device":"d"}}}""", 4014)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":1,"properties":{"os":"l","browser":"b","device":"d"},"shard":[2,2]}}""", 4010)]
    [InlineData("""{"op":6,"d":{"token":"wrong","session_id":"x","seq":1}}""", 4004)]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":99}""", 4001)]
    [InlineData("""{"op":""", 4002)]
    [InlineData("LONG", 4002)]
    public async Task What_is_wrong_is_closed_with_its_code(string payload, int code)
    {
        await using var gateway = await RawGateway.ConnectAsync(_discord.Gateway.Url);
        await gateway.NextAsync();

        await gateway.SendAsync(payload.Replace("TOKEN", _discord.Token, StringComparison.Ordinal).Replace("LONG", $$"""{"op":1,"d":"{{new string('x', 5000)}}"}""", StringComparison.Ordinal));

        Assert.Equal(code, await gateway.ClosedAsync());
    }

    [Fact]
    public async Task Another_version_and_a_second_IDENTIFY_are_closed()
    {
        await using var old = await RawGateway.ConnectAsync(_discord.Gateway.Url, "?v=6&encoding=json");
        Assert.Equal(4012, await old.ClosedAsync());

        var (gateway, _) = await RawGateway.BeginAsync(_discord);
        await gateway.IdentifyAsync(_discord.Token);
        Assert.Equal(4005, await gateway.ClosedAsync());
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task More_than_120_payloads_a_minute_are_closed()
    {
        await using var gateway = await RawGateway.ConnectAsync(_discord.Gateway.Url);
        await gateway.NextAsync();
        for (var i = 0; i < 121; i++)
            await gateway.SendAsync("""{"op":1,"d":null}""");

        Assert.Equal(4008, await gateway.ClosedAsync());
        Assert.Equal(120, _discord.Gateway.Heartbeats);
    }

    [Fact]
    public async Task Heartbeats_are_answered_or_not_and_asked_for()
    {
        var (gateway, _) = await RawGateway.BeginAsync(_discord);
        await gateway.NextAsync("GUILD_CREATE");
        await gateway.SendAsync("""{"op":1,"d":2}""");
        Assert.Equal(11, (int)(await gateway.NextAsync())["op"]!);

        _discord.Gateway.AcksHeartbeats = false;
        await gateway.SendAsync("""{"op":1,"d":2}""");
        _discord.Gateway.AskForHeartbeat();
        Assert.Equal(1, (int)(await gateway.NextAsync())["op"]!);
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task A_connection_whose_heart_stops_is_closed()
    {
        await using var quick = await DiscordSimulator.StartAsync(
            new DiscordSimulatorOptions { HeartbeatInterval = TimeSpan.FromMilliseconds(100) });
        var (gateway, _) = await RawGateway.BeginAsync(quick);

        Assert.Equal(4000, await gateway.ClosedAsync());
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task The_gateway_is_moved_by_the_test()
    {
        _discord.Gateway.ReconnectBeforeHello();
        await using var early = await RawGateway.ConnectAsync(_discord.Gateway.Url);
        Assert.Equal(7, (int)(await early.NextAsync())["op"]!);
        await early.CloseAsync(4000);

        var (gateway, _) = await RawGateway.BeginAsync(_discord);
        await gateway.NextAsync("GUILD_CREATE");
        _discord.Gateway.Reconnect();
        Assert.Equal(7, (int)(await gateway.NextAsync())["op"]!);
        _discord.Gateway.Invalidate(resumable: true);
        Assert.True((await gateway.NextAsync())["d"]!.GetValue<bool>());
        _discord.Gateway.Close(4009);
        Assert.Equal(4009, await gateway.ClosedAsync());
        await gateway.CloseAsync(4009);
        while (_discord.Gateway.Connections > 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        Assert.Equal([4000], _discord.Gateway.ClosedByBot);
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task Faults_strike_the_handshake()
    {
        _discord.Faults.Add(Fault.Answer(503) with { Method = "connect", Times = 1 });
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => RawGateway.ConnectAsync(_discord.Gateway.Url));
        _discord.Faults.Add(Fault.Answer(0) with { Method = "identify", Code = 4014, Times = 1 });
        await using var gateway = await RawGateway.ConnectAsync(_discord.Gateway.Url);
        await gateway.NextAsync();
        await gateway.IdentifyAsync(_discord.Token);

        Assert.Equal(4014, await gateway.ClosedAsync());
    }

    [Fact]
    public async Task What_becomes_of_guilds_and_channels_is_told()
    {
        var (gateway, _) = await RawGateway.BeginAsync(_discord);
        await gateway.NextAsync("GUILD_CREATE");
        var thread = _discord.World.AddThread(_channel, "benang");
        _discord.People.Archive(thread);
        _discord.People.Delete(_channel);
        _discord.People.Lose(_guild);
        _discord.People.Invite(_guild);
        _discord.People.Remove(_guild);

        Assert.True((await gateway.NextAsync("THREAD_UPDATE"))["d"]!["thread_metadata"]!["archived"]!.GetValue<bool>());
        Assert.Equal($"{_channel.Id}", (await gateway.NextAsync("CHANNEL_DELETE"))["d"]!["id"]!.ToString());
        Assert.True((await gateway.NextAsync("GUILD_DELETE"))["d"]!["unavailable"]!.GetValue<bool>());
        Assert.Empty((JsonArray)(await gateway.NextAsync("GUILD_CREATE"))["d"]!["channels"]!);
        Assert.Null((await gateway.NextAsync("GUILD_DELETE"))["d"]!["unavailable"]);
        await gateway.DisposeAsync();
    }
}
