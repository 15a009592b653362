using System.Text.Json;
using System.Text.RegularExpressions;
using DigestBot.Commands;
using DigestBot.EndToEnd;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Platforms.Discord.Menus;

public sealed class CommandMenuTests
{
    private static readonly ApplicationCommand[] Menu = CommandMenu.Of(Commands());

    [Fact]
    public void Every_command_has_a_name_and_a_description_in_both_languages()
    {
        Assert.All(Menu, command =>
        {
            Assert.Equal(["en-GB", "en-US", "id"], command.NameLocalizations!.Keys);
            Assert.All(command.NameLocalizations.Values.Append(command.Name), name => Assert.Matches("^[-_'\\p{Ll}\\p{N}]{1,32}$", name));
            Assert.All(command.DescriptionLocalizations!.Values.Append(command.Description), text => Assert.InRange(text!.Length, 1, 100));
            Assert.NotEqual(command.DescriptionLocalizations["id"], command.Description);
        });
        var subscribe = Menu.Single(command => command.Name == "subscribe");
        Assert.Equal("langganan", subscribe.NameLocalizations!["id"]);
        Assert.Equal(("what", "apa"), (subscribe.Options![0].Name, subscribe.Options[0].NameLocalizations!["id"]));
    }

    [Fact]
    public void No_two_commands_have_one_name_in_any_language() =>
        Assert.All(["id", "en-US", "en-GB"], locale => Assert.Equal(Menu.Length, Menu.Select(command => command.NameLocalizations![locale]).Distinct().Count()));

    [Fact]
    public void What_changes_settings_needs_the_permission_to_manage_the_server()
    {
        var needed = Menu.ToDictionary(command => command.Name!, command => command.DefaultMemberPermissions);

        Assert.All(["subscribe", "unsubscribe", "schedule", "timezone", "language", "pause", "resume", "next", "back", "quiet", "silent", "pin", "settings", "export", "import"], name => Assert.Equal("32", needed[name]));
        Assert.All(["digest", "section", "articles", "preview", "help"], name => Assert.Null(needed[name]));
    }

    [Theory]
    [InlineData("section", "article")]
    [InlineData("section", "section")]
    [InlineData("timezone", "zone")]
    [InlineData("digest", "what")]
    public void Articles_sections_and_time_zones_are_completed(string command, string option) =>
        Assert.True(Menu.Single(one => one.Name == command).Options!.Single(one => one.Name == option).Autocomplete);

    [Fact]
    public void What_is_read_can_be_asked_for_in_private() =>
        Assert.Equal(["digest", "search", "section"], Menu.Where(command => command.Options?.Any(option => option is { Name: "private", Type: 5 }) == true).Select(command => command.Name).Order());

    [Fact]
    public void What_is_for_operators_is_shown_where_one_is_on_discord_and_to_administrators_alone()
    {
        CommandInfo[] commands = [new("status", [], CommandAccess.Operator, []), new("help", [], CommandAccess.Anyone, [])];

        Assert.Equal(["help"], CommandMenu.Of(commands).Select(command => command.Name));
        Assert.Equal([("status", "0"), ("help", null)], CommandMenu.Of(commands, forOperators: true).Select(command => (command.Name, command.DefaultMemberPermissions)));
    }

    [Fact]
    public void What_a_server_adds_or_leaves_out_makes_no_difference()
    {
        var text = JsonSerializer.Serialize(Menu, DiscordJson.Wire.ApplicationCommandArray);
        text = Regex.Replace(text, "\"name\":\"(digest|help)\"", "\"id\":\"1\",\"version\":\"2\",\"nsfw\":false,\"name\":\"$1\"");
        text = text.Replace("\"type\":1,", "", StringComparison.Ordinal).Replace("\"required\":true", "\"required\":true,\"min_length\":null", StringComparison.Ordinal);
        var shown = JsonSerializer.Deserialize(text, DiscordJson.Wire.ApplicationCommandArray)!;

        Assert.Equal(Menu.Select(command => command.Shape), shown.Select(command => command.Shape));
        Assert.NotEqual(Menu[0].Shape, (Menu[0] with { Description = "other" }).Shape);
    }

    private static IReadOnlyList<CommandInfo> Commands()
    {
        using var folder = new BotFolder();
        using var host = DiscordBot.Compose(folder, new Uri("http://127.0.0.1:1"), "a-token-for-nothing").Build();
        return host.Services.GetRequiredService<CommandDispatcher>().Commands;
    }
}
