using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord;

namespace DigestBot.Platforms.Discord.Simulator;

/// <summary>Who asks is checked, what is answered can be odd, and another process can move the world.</summary>
public sealed class DiscordServerTests
{
    [Fact]
    public async Task The_token_and_the_name_of_the_client_are_checked()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var rest = new RawRest(discord);
        Assert.Equal($"{discord.World.BotId}", (await rest.SendAsync("GET", "applications/@me"))["id"]);
        Assert.Equal(404, (await rest.SendAsync("GET", "no/such/place")).Status);

        rest.Headers.Authorization = new("Bearer", discord.Token);
        Assert.Equal((401, 0), Both(await rest.SendAsync("GET", "applications/@me")));
        rest.Headers.Remove("User-Agent");
        rest.Headers.TryAddWithoutValidation("User-Agent", "curl/8");
        Assert.Equal((403, 40333), Both(await rest.SendAsync("GET", "gateway")));
    }

    [Fact]
    public async Task The_API_lies_below_any_path()
    {
        await using var discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { Path = "/proxy/chat/api" });
        using var rest = new RawRest(discord);
        var gateway = await rest.SendAsync("GET", "gateway/bot");

        Assert.EndsWith("/proxy/chat/api", discord.Url.ToString());
        Assert.Equal(
            (200, "1", "1000"),
            (gateway.Status, gateway["shards"], gateway.Json["session_start_limit"]!["remaining"]!.ToString()));
        Assert.Equal("1", gateway.Json["session_start_limit"]!["max_concurrency"]!.ToString());
    }

    [Fact]
    public async Task An_odd_server_differs_where_the_documentation_lets_it()
    {
        await using var discord = await DiscordSimulator.StartAsync(
            new DiscordSimulatorOptions { Oddities = DiscordOddities.All, Limits = new DiscordLimits() });
        using var rest = new RawRest(discord);
        var ani = discord.World.AddUser("Ani");
        var channel = discord.World.AddChannel(discord.World.AddGuild("Warta", ani), "berita");
        var sent = await rest.SendAsync("POST", $"channels/{channel.Id}/messages", """{"content":"x","nonce":"n"}""");
        var refused = await rest.SendAsync("POST", "channels/5/messages", """{"content":"x"}""");
        var (gateway, _) = await RawGateway.BeginAsync(discord);
        Assert.NotNull(await gateway.NextAsync("FUTURE_EVENT"));
        discord.People.CommandRaw(ani, channel, "digest");
        var asked = (await gateway.NextAsync("INTERACTION_CREATE"))["d"]!;

        Assert.True(double.Parse(sent.Headers["X-RateLimit-Reset"], System.Globalization.CultureInfo.InvariantCulture) > 1e12);
        Assert.Null(sent.Json["nonce"]);
        Assert.NotNull(sent.Json["x_future"]);
        Assert.Equal((404, 7010003), Both(refused));
        Assert.Null(asked["locale"]);
        Assert.Equal($"{channel.Id}", asked["channel_id"]!.ToString());
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task Bodies_are_checked_against_the_published_contract()
    {
        await using var discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { OpenChannels = true });
        Assert.SkipUnless(discord.ChecksContract, "not checked: the contract does not lie beside this checkout");
        using var rest = new RawRest(discord);

        async Task<string> ProblemAsync(string body)
        {
            Assert.Equal(50035, (await rest.SendAsync("POST", "channels/7/messages", body)).Code);
            return discord.Ledger.Entries[^1].Reason!;
        }

        Assert.Contains("body.colour is unknown", await ProblemAsync("""{"content":"x","colour":"red"}"""));
        Assert.Contains("body.embeds.0.titel is unknown", await ProblemAsync("""{"embeds":[{"titel":"x"}]}"""));
        Assert.Contains("body.content is no", await ProblemAsync("""{"content":5}"""));
        Assert.Contains("body.content's length", await ProblemAsync($$"""{"content":"{{new string('x', 4001)}}"}"""));
        Assert.Contains("parse.0", await ProblemAsync("""{"content":"x","allowed_mentions":{"parse":["all"]}}"""));
    }

    [Fact]
    public async Task What_a_bot_sends_passes_the_published_contract()
    {
        await using var discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { OpenChannels = true });
        Assert.SkipUnless(discord.ChecksContract, "not checked: the contract does not lie beside this checkout");
        using var rest = new RawRest(discord);
        const string Rich =
            """
            "content":"x","embeds":[{"title":"t","url":"https://x.org","description":"d","color":5,"timestamp":"2026-01-01T00:00:00Z","footer":{"text":"f"},"author":{"name":"a"},"fields":[{"name":"n","value":"v","inline":false}]}],
            "allowed_mentions":{"parse":[]},"components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"a"},{"type":2,"style":5,"label":"b","url":"https://x.org"}]},
            {"type":1,"components":[{"type":3,"custom_id":"s","placeholder":"p","min_values":1,"max_values":1,"options":[{"label":"l","value":"v","description":"d","default":true}]}]}]
            """;
        const string Commands =
            """
            [{"name":"digest","type":1,"description":"d","name_localizations":{"id":"ringkas","en-GB":"digest"},"description_localizations":{"id":"d"},"default_member_permissions":"32","contexts":[0,1],
            "integration_types":[0],"options":[{"type":3,"name":"x","name_localizations":{"id":"y"},"description":"d","required":true,"autocomplete":true},{"type":4,"name":"n","description":"d","min_value":1,"max_value":5},
            {"type":5,"name":"b","description":"d"},{"type":3,"name":"c","description":"d","max_length":40,"choices":[{"name":"n","name_localizations":{"id":"m"},"value":"v"}]}]}]
            """;
        var ani = discord.World.AddUser("Ani");
        var channel = discord.World.OpenDirectMessages(ani);
        var hook = $"webhooks/{discord.World.BotId}";

        async Task TakesAsync(string verb, string path, string body)
        {
            var answer = await rest.SendAsync(verb, path, body);
            Assert.True(answer.Status < 300, $"{verb} {path}: {answer.Status} {discord.Ledger.Entries[^1].Reason}");
        }

        await TakesAsync("PUT", $"applications/{discord.World.BotId}/commands", Commands);
        await TakesAsync("POST", "channels/7/messages", $$"""{{{Rich}},"nonce":"n","enforce_nonce":true,"flags":4}""");
        await TakesAsync("POST", "users/@me/channels", $$"""{"recipient_id":"{{ani.Id}}"}""");
        foreach (var (type, data) in new[] { (4, $$""","data":{{{Rich}},"flags":64}"""), (5, ""), (5, ""","data":{"flags":64}""") })
        {
            var asked = discord.People.CommandRaw(ani, channel, "digest");
            await TakesAsync("POST", $"interactions/{asked.Id}/{asked.Token}/callback", $$"""{"type":{{type}}{{data}}}""");
            await TakesAsync("PATCH", $"{hook}/{asked.Token}/messages/@original", $$"""{{{Rich}}}""");
            await TakesAsync("POST", $"{hook}/{asked.Token}", $$"""{{{Rich}},"flags":64}""");
        }

        var typed = discord.People.Type(ani, channel, "digest", "x", "a");
        await TakesAsync("POST", $"interactions/{typed.Id}/{typed.Token}/callback", """{"type":8,"data":{"choices":[{"name":"n","value":"v"}]}}""");
        var pressed = discord.People.Press(ani, discord.World.FindChannel(7)!.Messages[0], "a");
        await TakesAsync("POST", $"interactions/{pressed.Id}/{pressed.Token}/callback", $$$"""{"type":7,"data":{{{{Rich}}}}}""");
        var again = discord.People.Press(ani, discord.World.FindChannel(7)!.Messages[0], "a");
        await TakesAsync("POST", $"interactions/{again.Id}/{again.Token}/callback", """{"type":6}""");
    }

    [Fact]
    public async Task Another_process_moves_the_world_through_the_control_doors()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var rest = new RawRest(discord);
        using var http = new HttpClient { BaseAddress = new Uri(discord.Url, "/control/") };

        async Task<JsonNode> DoAsync(string door, string order)
        {
            using var content = new StringContent(order);
            using var done = await http.PostAsync(new Uri(door, UriKind.Relative), content, TestContext.Current.CancellationToken);
            return (await done.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
        }

        async Task<JsonNode> SeeAsync(string view) =>
            (await http.GetFromJsonAsync<JsonNode>(new Uri(view, UriKind.Relative), TestContext.Current.CancellationToken))!;

        var user = await DoAsync("users", """{"name":"Ani","locale":"id"}""");
        var guild = await DoAsync("guilds", $$"""{"name":"Warta","user":"{{user["user"]}}"}""");
        var channel = await DoAsync("channels", $$"""{"guild":"{{guild["guild"]}}","name":"berita"}""");
        Assert.Equal(200, (await rest.SendAsync("PUT", $"applications/{discord.World.BotId}/commands", """[{"name":"digest","description":"d"}]""")).Status);
        var (gateway, _) = await RawGateway.BeginAsync(discord);
        var asked = await DoAsync("command", $$"""{"user":"{{user["user"]}}","channel":"{{channel["channel"]}}","command":"digest"}""");
        var told = (await gateway.NextAsync("INTERACTION_CREATE"))["d"]!;
        await rest.SendAsync("POST", $"interactions/{told["id"]}/{told["token"]}/callback", """{"type":4,"data":{"content":"halo"}}""");

        Assert.Equal("halo", (await SeeAsync($"answer?interaction={asked["interaction"]}"))["original"]!["text"]!.ToString());
        Assert.Equal("halo", (await SeeAsync($"messages?channel={channel["channel"]}"))["messages"]![0]!["text"]!.ToString());
        Assert.Contains("no command", (await DoAsync("command", $$"""{"user":"{{user["user"]}}","channel":"{{channel["channel"]}}","command":"hilang"}"""))["error"]!.ToString());
        await DoAsync("faults", """[{"kind":"Answer","status":403,"code":50001,"method":"createMessage"}]""");
        Assert.Equal(50001, (await rest.SendAsync("POST", $"channels/{channel["channel"]}/messages", """{"content":"x"}""")).Code);
        await DoAsync("gateway", """{"do":"close","code":4009}""");
        Assert.Equal(4009, await gateway.ClosedAsync());
        Assert.Equal("1", (await SeeAsync("state"))["identifies"]!.ToString());
        await gateway.DisposeAsync();
    }

    private static (int, int) Both(RawAnswer answer) => (answer.Status, answer.Code);
}
