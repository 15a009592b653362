using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Platforms.Discord.Simulator;

/// <summary>Sessions are begun, resumed and spread over shards as Discord lets them be.</summary>
public sealed class DiscordSessionsTests : IAsyncLifetime
{
    private DiscordSimulator _discord = null!;
    private DiscordUser _ani = null!;
    private DiscordChannel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifySeconds = 0 });
        _ani = _discord.World.AddUser("Ani");
        _channel = _discord.World.AddChannel(_discord.World.AddGuild("Warta", _ani), "berita");
    }

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

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
