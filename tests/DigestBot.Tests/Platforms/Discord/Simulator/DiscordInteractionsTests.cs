using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Platforms.Discord.Simulator;

/// <summary>What people do reaches the bot as Discord tells it, and what the bot answers is seen as they see it.</summary>
public sealed class DiscordInteractionsTests : IAsyncLifetime
{
    private const string Commands =
        """
        [{"name":"digest","description":"A digest","options":[{"type":3,"name":"article","description":"Which","autocomplete":true,"required":true},
          {"type":4,"name":"sections","description":"How many","min_value":1,"max_value":9},{"type":5,"name":"private","description":"Only me","required":false}]},
         {"name":"settings","description":"Settings","default_member_permissions":"32","contexts":[0],"options":[{"type":1,"name":"length","description":"Length",
          "options":[{"type":3,"name":"value","description":"Value","choices":[{"name":"Pendek","value":"short"}]}]}]}]
        """;

    private DiscordSimulator _discord = null!;
    private RawRest _rest = null!;
    private RawGateway _gateway = null!;
    private DiscordUser _ani = null!;
    private DiscordUser _budi = null!;
    private DiscordChannel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { AcknowledgeWithin = TimeSpan.FromMinutes(1) });
        _rest = new RawRest(_discord);
        _ani = _discord.World.AddUser("Ani");
        _budi = _discord.World.AddUser("Budi", "en-GB");
        _channel = _discord.World.AddChannel(_discord.World.AddGuild("Warta", _ani), "berita");
        var registered = await _rest.SendAsync("PUT", $"applications/{_discord.World.BotId}/commands", Commands);
        Assert.True(registered.Status == 200, registered.Text);
        (_gateway, _) = await RawGateway.BeginAsync(_discord);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _rest.Dispose();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task A_command_carries_its_options_in_their_types_and_who_asks_where()
    {
        _discord.People.Command(_budi, _channel, "digest", ("article", "Sungai"), ("sections", 3), ("private", true));
        var asked = await InteractionAsync();

        var options = (JsonArray)asked["data"]!["options"]!;
        Assert.Equal(["\"Sungai\"", "3", "true"], options.Select(option => option!["value"]!.ToJsonString()));
        Assert.Equal([3, 4, 5], options.Select(option => (int)option!["type"]!));
        Assert.Equal(("en-GB", 0, 2), (asked["locale"]!.ToString(), (int)asked["context"]!, (int)asked["type"]!));
        Assert.Equal($"{(ulong)DiscordPermissions.Member}", asked["member"]!["permissions"]!.ToString());
        Assert.Null(asked["user"]);
    }

    [Fact]
    public async Task In_direct_messages_the_user_stands_alone()
    {
        _discord.People.Command(_ani, _discord.World.OpenDirectMessages(_ani), "digest", ("article", "x"));
        var asked = await InteractionAsync();

        Assert.Equal(("Ani", 1), (asked["user"]!["username"]!.ToString(), (int)asked["context"]!));
        Assert.Null(asked["guild_id"]);
        Assert.Null(asked["member"]);
    }

    [Fact]
    public async Task What_a_client_would_not_let_people_do_throws()
    {
        var people = _discord.People;
        Assert.Contains(
            "no command", Assert.Throws<InvalidOperationException>(() => people.Command(_ani, _channel, "nothing")).Message);
        Assert.Contains(
            "without article", Assert.Throws<InvalidOperationException>(() => people.Command(_ani, _channel, "digest")).Message);
        Assert.Contains("does not take 10", Assert.Throws<InvalidOperationException>(() => people.Command(_ani, _channel, "digest", ("article", "x"), ("sections", 10))).Message);
        Assert.Contains(
            "does not see",
            Assert.Throws<InvalidOperationException>(() => people.Command(_budi, _channel, "settings length")).Message);
        Assert.Contains("not offered here", Assert.Throws<InvalidOperationException>(() => people.Command(_ani, _discord.World.OpenDirectMessages(_ani), "settings length")).Message);
        Assert.Contains("offers no long", Assert.Throws<InvalidOperationException>(() => people.Command(_ani, _channel, "settings length", ("value", "long"))).Message);

        people.Command(_ani, _channel, "settings length", ("value", "Pendek"));
        Assert.Equal("short", (await InteractionAsync())["data"]!["options"]![0]!["options"]![0]!["value"]!.ToString());
    }

    [Fact]
    public async Task An_answer_is_seen_once_and_only_once()
    {
        var asked = _discord.People.Command(_ani, _channel, "digest", ("article", "x"));
        var path = await CallbackAsync();

        Assert.Equal(204, (await _rest.SendAsync("POST", path, """{"type":4,"data":{"content":"jawaban","flags":64}}""")).Status);
        Assert.Equal((400, 40060), await CodeAsync("POST", path, """{"type":4,"data":{"content":"lagi"}}"""));
        var answer = await asked.AnswerAsync();

        Assert.Equal(("jawaban", true, 4), (answer.Text, answer.IsEphemeral, answer.Type));
        Assert.True(answer.AcknowledgedIn > TimeSpan.Zero);
        Assert.Empty(_channel.Messages);
    }

    [Fact]
    public async Task A_deferred_answer_is_edited_and_followed_up()
    {
        var asked = _discord.People.Command(_ani, _channel, "digest", ("article", "x"));
        var hook = $"webhooks/{_discord.World.BotId}/{asked.Token}";
        Assert.Equal((404, 10015), await CodeAsync("PATCH", $"{hook}/messages/@original", """{"content":"early"}"""));
        await _rest.SendAsync("POST", await CallbackAsync(), """{"type":5}""");

        Assert.True(asked.Original!.IsLoading);
        Assert.Equal(200, (await _rest.SendAsync("PATCH", $"{hook}/messages/@original", """{"content":"selesai"}""")).Status);
        Assert.Equal("selesai", (await asked.AnswerAsync()).Text);
        Assert.Equal(200, (await _rest.SendAsync("POST", hook, """{"content":"susulan","flags":64}""")).Status);
        var followUp = Assert.Single(await asked.FollowUpsAsync());

        Assert.True(followUp.IsEphemeral);
        Assert.Equal("selesai", Assert.Single(_channel.Messages).Text);
        Assert.Equal(200, (await _rest.SendAsync("GET", $"{hook}/messages/{followUp.Id}")).Status);
        Assert.Equal(204, (await _rest.SendAsync("DELETE", $"{hook}/messages/@original")).Status);
        Assert.Empty(_channel.Messages);
    }

    [Fact]
    public async Task The_first_follow_up_after_a_deferral_takes_its_place()
    {
        var asked = _discord.People.Command(_ani, _channel, "digest", ("article", "x"));
        await _rest.SendAsync("POST", await CallbackAsync(), """{"type":5,"data":{"flags":64}}""");
        await _rest.SendAsync("POST", $"webhooks/{_discord.World.BotId}/{asked.Token}", """{"content":"jadi"}""");

        Assert.Equal(("jadi", true), ((await asked.AnswerAsync()).Text, asked.Original!.IsEphemeral));
        Assert.Empty(asked.FollowUps);
    }

    [Fact]
    public async Task After_three_seconds_and_after_fifteen_minutes_it_is_too_late()
    {
        await using var hasty = await DiscordSimulator.StartAsync(
            new DiscordSimulatorOptions { AcknowledgeWithin = TimeSpan.Zero });
        using var rest = new RawRest(hasty);
        var late = hasty.People.CommandRaw(_ani, hasty.World.OpenDirectMessages(_ani), "digest");
        var asked = _discord.People.Command(_ani, _channel, "digest", ("article", "x"));
        await _rest.SendAsync("POST", await CallbackAsync(), """{"type":5}""");
        _discord.World.Now = () => DateTimeOffset.UtcNow.AddMinutes(15);

        Assert.Equal(10062, (await rest.SendAsync("POST", $"interactions/{late.Id}/{late.Token}/callback", """{"type":5}""")).Code);
        Assert.Equal(10062, (await _rest.SendAsync("POST", $"interactions/{late.Id}/{late.Token}/callback", """{"type":5}""")).Code);
        Assert.Equal((401, 50027), await CodeAsync("PATCH", $"webhooks/{_discord.World.BotId}/{asked.Token}/messages/@original", """{"content":"x"}"""));
    }

    [Fact]
    public async Task An_autocomplete_takes_choices_and_nothing_else()
    {
        var typed = _discord.People.Type(_ani, _channel, "digest", "article", "sun");
        var asked = await InteractionAsync();
        var path = $"interactions/{asked["id"]}/{asked["token"]}/callback";

        var option = asked["data"]!["options"]![0]!;
        Assert.Equal((4, true, "sun"), ((int)asked["type"]!, option["focused"]!.GetValue<bool>(), option["value"]!.ToString()));
        Assert.Equal((400, 50035), await CodeAsync("POST", path, """{"type":4,"data":{"content":"x"}}"""));
        var many = string.Join(',', Enumerable.Range(0, 26).Select(i => $$"""{"name":"n{{i}}","value":"v"}"""));
        Assert.Equal((400, 50035), await CodeAsync("POST", path, $$$"""{"type":8,"data":{"choices":[{{{many}}}]}}"""));
        Assert.Equal(204, (await _rest.SendAsync("POST", path, """{"type":8,"data":{"choices":[{"name":"Sungai","value":"sungai"}]}}""")).Status);
        Assert.Equal(["Sungai"], await typed.ChoicesAsync());
    }

    [Fact]
    public async Task Buttons_and_menus_are_used_by_their_labels()
    {
        await _rest.SendAsync("POST", $"channels/{_channel.Id}/messages",
            """{"content":"pilih","components":[{"type":1,"components":[{"type":2,"style":1,"label":"Buka","custom_id":"open:1"}]},{"type":1,"components":[{"type":3,"custom_id":"menu","options":[{"label":"Hulu","value":"h"},{"label":"Hilir","value":"i"}]}]}]}""");
        var message = Assert.Single(_channel.Messages);

        var pressed = _discord.People.Press(_budi, message, "Buka");
        var press = await InteractionAsync();
        await _rest.SendAsync("POST", $"interactions/{press["id"]}/{press["token"]}/callback", """{"type":7,"data":{"content":"terbuka","components":[]}}""");
        _discord.People.Select(_budi, message, "Hilir");
        var select = await InteractionAsync();

        Assert.Equal(("open:1", 2, $"{message.Id}"), (press["data"]!["custom_id"]!.ToString(), (int)press["data"]!["component_type"]!, press["message"]!["id"]!.ToString()));
        Assert.Equal(("terbuka", 7), ((await pressed.AnswerAsync()).Text, pressed.Acknowledgement));
        Assert.Empty(Assert.Single(_channel.Messages).Buttons);
        Assert.Equal(("menu", "i"), (select["data"]!["custom_id"]!.ToString(), select["data"]!["values"]![0]!.ToString()));
    }

    [Fact]
    public async Task An_update_can_be_put_off()
    {
        await _rest.SendAsync("POST", $"channels/{_channel.Id}/messages", """{"content":"satu","components":[{"type":1,"components":[{"type":2,"style":1,"label":"Lagi","custom_id":"more"}]}]}""");
        var pressed = _discord.People.Press(_ani, _channel.Messages[0], "Lagi");
        await _rest.SendAsync("POST", await CallbackAsync(), """{"type":6}""");
        await _rest.SendAsync("PATCH", $"webhooks/{_discord.World.BotId}/{pressed.Token}/messages/@original", """{"content":"dua"}""");

        Assert.Equal("dua", (await pressed.AnswerAsync()).Text);
        Assert.Equal("dua", Assert.Single(_channel.Messages).Text);
    }

    [Fact]
    public async Task Nobody_answers_and_the_wait_says_so()
    {
        var asked = _discord.People.Command(_ani, _channel, "digest", ("article", "x"));

        var error = await Assert.ThrowsAsync<TimeoutException>(() => asked.AnswerAsync(TimeSpan.FromMilliseconds(50)));
        Assert.Contains("did not respond", error.Message);
    }

    private async Task<JsonNode> InteractionAsync() => (await _gateway.NextAsync("INTERACTION_CREATE"))["d"]!;

    private async Task<string> CallbackAsync()
    {
        var asked = await InteractionAsync();
        return $"interactions/{asked["id"]}/{asked["token"]}/callback";
    }

    private async Task<(int, int)> CodeAsync(string verb, string path, string body)
    {
        var answer = await _rest.SendAsync(verb, path, body);
        return (answer.Status, answer.Code);
    }
}
