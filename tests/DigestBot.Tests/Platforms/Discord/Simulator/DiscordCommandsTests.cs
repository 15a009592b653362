using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord;

namespace DigestBot.Platforms.Discord.Simulator;

/// <summary>Slash commands are registered by Discord's rules, and come back a little changed.</summary>
public sealed class DiscordCommandsTests : IAsyncLifetime
{
    private DiscordSimulator _discord = null!;
    private RawRest _rest = null!;
    private string _path = "";

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { ChecksContract = false });
        _rest = new RawRest(_discord);
        _path = $"applications/{_discord.World.BotId}/commands";
    }

    public async ValueTask DisposeAsync()
    {
        _rest.Dispose();
        await _discord.DisposeAsync();
    }

    [Theory]
    [InlineData("""{}""", "LIST_TYPE_CONVERT")]
    [InlineData("""[{"name":"Digest","description":"d"}]""", "0.name APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""[{"name":"di gest","description":"d"}]""", "0.name APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""[{"name":"digest","description":""}]""", "0.description BASE_TYPE_REQUIRED")]
    [InlineData("""[{"name":"digest","description":"L101"}]""", "0.description BASE_TYPE_BAD_LENGTH")]
    [InlineData("""[{"name":"a","description":"d"},{"name":"a","description":"d"}]""", "1.name APPLICATION_COMMANDS_DUPLICATE_NAME")]
    [InlineData("""[{"name":"a","description":"d","name_localizations":{"in":"x"}}]""", "0.name_localizations.in LOCALE_INVALID")]
    [InlineData("""[{"name":"a","description":"d","name_localizations":{"id":"Ringkas"}}]""", "0.name_localizations.id APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""[{"name":"a","description":"d","description_localizations":{"id":"L101"}}]""", "0.description_localizations.id BASE_TYPE_BAD_LENGTH")]
    [InlineData("""[{"name":"a","description":"d","default_member_permissions":"manage"}]""", "0.default_member_permissions NUMBER_TYPE_COERCE")]
    [InlineData("""[{"name":"a","description":"d","contexts":[0,3]}]""", "0.contexts BASE_TYPE_CHOICES")]
    [InlineData("""[{"name":"a","description":"d","options":[OPT]}]""", "0.options BASE_TYPE_MAX_LENGTH")]
    [InlineData("""[{"name":"a","description":"d","options":[{"type":3,"name":"x","description":"d"},{"type":3,"name":"y","description":"d","required":true}]}]""", "0.options.1.required APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
    [InlineData("""[{"name":"a","description":"d","options":[{"type":3,"name":"x","description":"d"},{"type":3,"name":"x","description":"d"}]}]""", "0.options.1.name")]
    [InlineData("""[{"name":"a","description":"d","options":[{"type":3,"name":"x","description":"d","autocomplete":true,"choices":[{"name":"n","value":"v"}]}]}]""", "AUTOCOMPLETE_CHOICES")]
    [InlineData("""[{"name":"a","description":"d","options":[{"type":5,"name":"x","description":"d","autocomplete":true}]}]""", "0.options.0.type")]
    [InlineData("""[{"name":"a","description":"d","options":[{"type":3,"name":"x","description":"d","choices":[CHOICES]}]}]""", "0.options.0.choices BASE_TYPE_MAX_LENGTH")]
    [InlineData("""[{"name":"a","description":"d","options":[{"name":"x","description":"d"}]}]""", "0.options.0.type BASE_TYPE_REQUIRED")]
    [InlineData("""[{"name":"a","description":"d","nsfw":null}]""", "0.nsfw BASE_TYPE_REQUIRED")]
    public async Task A_wrong_command_is_refused(string body, string words)
    {
        var options = string.Join(',', Enumerable.Range(0, 26).Select(i => $$"""{"type":3,"name":"o{{i}}","description":"d"}"""));
        var choices = string.Join(',', Enumerable.Range(0, 26).Select(i => $$"""{"name":"n{{i}}","value":"v"}"""));
        var answer = await _rest.SendAsync("PUT", _path, body
            .Replace("L101", new string('d', 101), StringComparison.Ordinal).Replace("OPT", options, StringComparison.Ordinal)
                .Replace("CHOICES", choices, StringComparison.Ordinal));

        Assert.Equal((400, 50035), (answer.Status, answer.Code));
        Assert.Contains(words, _discord.Ledger.Entries[^1].Reason);
        Assert.Empty(_discord.Commands.Names);
    }

    [Fact]
    public async Task A_command_has_8000_characters_and_a_bot_100_commands()
    {
        var choices = string.Join(',', Enumerable.Range(0, 25).Select(i => $$"""{"name":"{{new string('n', 97)}}{{i:00}}","value":"{{new string('v', 100)}}"}"""));
        string Of(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"type":3,"name":"o{{i}}","description":"d","choices":[{{choices}}]}"""));

        Assert.Equal(200, (await _rest.SendAsync("PUT", _path, $$"""[{"name":"a","description":"d","options":[{{Of(1)}}]}]""")).Status);
        Assert.Equal(50035, (await _rest.SendAsync("PUT", _path, $$"""[{"name":"a","description":"d","options":[{{Of(2)}}]}]""")).Code);
        Assert.Equal(30032, (await _rest.SendAsync("PUT", _path, Commands(101))).Code);
        Assert.Equal(200, (await _rest.SendAsync("PUT", _path, Commands(99))).Status);
        Assert.Equal(200, (await _rest.SendAsync("PUT", _path, Commands(100))).Status);
        Assert.Equal(30034, (await _rest.SendAsync("PUT", _path, Commands(100, "z"))).Code);
    }

    [Fact]
    public async Task What_comes_back_is_not_quite_what_was_sent()
    {
        const string Sent = """[{"name":"digest","description":"d","name_localizations":{"id":"ringkas"},"options":[{"type":3,"name":"x","description":"d","required":false}]}]""";
        var first = (JsonArray)(await _rest.SendAsync("PUT", _path, Sent)).Json;
        var second = (JsonArray)(await _rest.SendAsync("PUT", _path, Sent)).Json;
        var plain = (await _rest.SendAsync("GET", _path)).Json[0]!;
        var whole = (await _rest.SendAsync("GET", $"{_path}?with_localizations=true")).Json[0]!;

        Assert.Equal(first[0]!["id"]!.ToString(), second[0]!["id"]!.ToString());
        Assert.NotEqual(first[0]!["version"]!.ToString(), second[0]!["version"]!.ToString());
        Assert.False(((JsonObject)first[0]!["options"]![0]!).ContainsKey("required"));
        Assert.Equal("ringkas", whole["name_localizations"]!["id"]!.ToString());
        Assert.Null(plain["name_localizations"]);
        Assert.Equal(2, _discord.Commands.Writes);
    }

    [Fact]
    public async Task A_guild_has_commands_of_its_own_while_the_bot_is_in_it()
    {
        var guild = _discord.World.AddGuild("Warta", _discord.World.AddUser("Ani"));
        var path = $"applications/{_discord.World.BotId}/guilds/{guild.Id}/commands";

        Assert.Equal(200, (await _rest.SendAsync("PUT", path, Commands(1))).Status);
        Assert.NotNull(_discord.Commands.Find("c0", guild));
        Assert.Null(_discord.Commands.Find("c0", null));
        _discord.People.Remove(guild);
        Assert.Equal(50001, (await _rest.SendAsync("PUT", path, Commands(1))).Code);
        Assert.Equal(403, (await _rest.SendAsync("GET", "applications/1/commands")).Status);
    }

    private static string Commands(int count, string prefix = "c") =>
        $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"name":"{{prefix}}{{i}}","description":"d"}"""))}]";
}
