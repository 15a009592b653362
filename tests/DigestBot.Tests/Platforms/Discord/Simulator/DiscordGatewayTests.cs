using System.Text.Json.Nodes;
using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Platforms.Discord.Simulator;

/// <summary>The simulated gateway greets, numbers, replays and closes as Discord's does.</summary>
public sealed class DiscordGatewayTests : IAsyncLifetime
{
    private DiscordSimulator _discord = null!;
    private DiscordUser _ani = null!;
    private DiscordGuild _guild = null!;
    private DiscordChannel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifySeconds = 0 });
        _ani = _discord.World.AddUser("Ani");
        _guild = _discord.World.AddGuild("Warta", _ani);
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
    public async Task A_resumed_session_gets_what_it_missed()
    {
        var (first, ready) = await RawGateway.BeginAsync(_discord);
        await first.NextAsync("GUILD_CREATE");
        await first.CloseAsync(4000);
        await _discord.Ledger.WaitAsync(entry => entry.Method == "identify");
        while (_discord.Gateway.Connections > 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        var missed = _discord.People.CommandRaw(_ani, _channel, "digest");

        Assert.Equal($"{_discord.Gateway.ResumeUrl}", ready["resume_gateway_url"]!.ToString());
        await using var second = await ResumeAsync(ready, 2);
        var (replayed, resumed) = (await second.NextAsync(), await second.NextAsync());

        Assert.Equal(
            ("INTERACTION_CREATE", 3, $"{missed.Id}"),
            (replayed["t"]!.ToString(), (int)replayed["s"]!, replayed["d"]!["id"]!.ToString()));
        Assert.Equal(("RESUMED", 4), (resumed["t"]!.ToString(), (int)resumed["s"]!));
        Assert.Equal("/resume 2", _discord.Ledger.Entries.Single(entry => entry.Method == "resume").Text);
        Assert.Equal(1, _discord.Gateway.Budget.Used);
        await first.DisposeAsync();
    }

    [Fact]
    public async Task A_session_that_the_bot_closed_with_1000_is_gone()
    {
        var (first, ready) = await RawGateway.BeginAsync(_discord);
        await first.CloseAsync(1000);
        while (_discord.Gateway.Connections > 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);

        await using var second = await ResumeAsync(ready, 1);
        var answer = await second.NextAsync();

        Assert.Equal((9, false), ((int)answer["op"]!, answer["d"]!.GetValue<bool>()));
        await first.DisposeAsync();
    }

    [Fact]
    public async Task A_sequence_number_that_was_never_given_ends_the_session()
    {
        var (first, ready) = await RawGateway.BeginAsync(_discord);
        await using var second = await ResumeAsync(ready, 99);

        Assert.Equal(4007, await second.ClosedAsync());
        await first.DisposeAsync();
    }

    [Fact]
    public async Task Some_servers_reject_every_RESUME()
    {
        await using var stubborn = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { RejectsResumes = true });
        var (first, ready) = await RawGateway.BeginAsync(stubborn);
        await using var second = await ResumeAsync(ready, 1);

        Assert.Equal(9, (int)(await second.NextAsync())["op"]!);
        await first.DisposeAsync();
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
    public async Task Identifies_are_counted_spaced_and_end_in_a_reset_token()
    {
        await using var strict = await DiscordSimulator.StartAsync(
            new DiscordSimulatorOptions { IdentifiesPerDay = 2, IdentifySeconds = 600 });
        using var rest = new RawRest(strict);
        var (first, _) = await RawGateway.BeginAsync(strict);
        await using var second = await RawGateway.ConnectAsync(strict.Gateway.Url);
        await second.NextAsync();
        await second.IdentifyAsync(strict.Token);

        Assert.Equal(9, (int)(await second.NextAsync())["op"]!);
        Assert.Equal("0", (await rest.SendAsync("GET", "gateway/bot")).Json["session_start_limit"]!["remaining"]!.ToString());
        await second.IdentifyAsync(strict.Token);
        Assert.Equal(4004, await second.ClosedAsync());
        Assert.Equal(4004, await first.ClosedAsync());
        Assert.Equal(401, (await rest.SendAsync("GET", "gateway/bot")).Status);
        await first.DisposeAsync();
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

    [Fact]
    public async Task Shards_see_their_own_guilds()
    {
        await using var sharded = await DiscordSimulator.StartAsync(
            new DiscordSimulatorOptions { Shards = 2, IdentifySeconds = 0 });
        sharded.World.AddGuild("genap", _ani, id: 4UL << 22);
        sharded.World.AddGuild("ganjil", _ani, id: 5UL << 22);
        await using var plain = await RawGateway.ConnectAsync(sharded.Gateway.Url);
        await plain.NextAsync();
        await plain.IdentifyAsync(sharded.Token);
        Assert.Equal(4011, await plain.ClosedAsync());

        var (odd, ready) = await RawGateway.BeginAsync(sharded, ""","shard":[1,2]""");
        Assert.Equal($"{5UL << 22}", Assert.Single((JsonArray)ready["guilds"]!)!["id"]!.ToString());
        await odd.DisposeAsync();
    }

    private async Task<RawGateway> ResumeAsync(JsonObject ready, int seen)
    {
        var gateway = await RawGateway.ConnectAsync(new Uri(ready["resume_gateway_url"]!.ToString()));
        await gateway.NextAsync();
        await gateway.SendAsync($$$"""{"op":6,"d":{"token":"{{{_discord.Token}}}","session_id":"{{{ready["session_id"]}}}","seq":{{{seen}}}}}""");
        return gateway;
    }
}
