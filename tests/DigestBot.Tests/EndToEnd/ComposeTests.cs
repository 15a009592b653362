using System.Globalization;
using DigestBot.Delivery;
using DigestBot.Settings;
using YamlDotNet.RepresentationModel;

namespace DigestBot.EndToEnd;

/// <summary>The compose file, as far as it can be judged without a container engine: it is YAML, and what it names is there.</summary>
public sealed class ComposeTests
{
    private static readonly string Folder = Path.Combine(BotFolder.Checkout, "src", "DigestBot");
    private static readonly YamlMappingNode Compose = Read();
    private static readonly YamlMappingNode Bot = (YamlMappingNode)Compose["services"]["digestbot"];

    [Fact]
    public void The_image_is_built_from_the_checkout_by_the_file_that_is_there()
    {
        var context = Path.GetFullPath(Path.Combine(Folder, $"{Bot["build"]["context"]}"));

        Assert.Equal(BotFolder.Checkout, context);
        Assert.True(File.Exists(Path.Combine(context, $"{Bot["build"]["dockerfile"]}")));
    }

    [Fact]
    public void The_store_is_on_a_volume_where_the_image_has_room_for_it_and_articles_come_from_the_checkout()
    {
        var mounts = Items("volumes").Select(mount => mount.Split(':')).ToDictionary(mount => mount[1], mount => mount[0]);

        Assert.True(((YamlMappingNode)Compose["volumes"]).Children.ContainsKey(mounts["/app/data"]));
        Assert.Contains("VOLUME /app/data", File.ReadAllText(Path.Combine(Folder, "Containerfile")), StringComparison.Ordinal);
        Assert.Equal(BotFolder.ShippedContent, Path.GetFullPath(Path.Combine(Folder, mounts["/app/content"])));
    }

    [Fact]
    public void Tokens_are_taken_from_outside_and_what_is_served_stays_on_the_machine()
    {
        Assert.Superset(new HashSet<string> { "Telegram__Token", "Discord__Token" }, Items("environment").Where(variable => !variable.Contains('=')).ToHashSet());
        Assert.All(Items("ports"), port => Assert.StartsWith("127.0.0.1:", port));
    }

    [Fact]
    public void It_comes_back_with_the_machine_has_time_to_stop_and_is_no_terminal()
    {
        Assert.Equal("unless-stopped", $"{Bot["restart"]}");
        Assert.True(TimeSpan.FromSeconds(int.Parse($"{Bot["stop_grace_period"]}".TrimEnd('s'), CultureInfo.InvariantCulture)) > new DeliveryOptions().DrainTimeout + BotHost.BesideDraining);
        Assert.Contains("Console__Enabled=false", Items("environment"));
    }

    [Fact]
    public void Every_setting_in_the_file_beside_it_reaches_the_bot_and_there_need_not_be_one()
    {
        var file = Assert.Single((YamlSequenceNode)Bot["env_file"]);

        Assert.Equal((".env", "false"), ($"{file["path"]}", $"{file["required"]}"));
        Assert.Contains("**/.env", File.ReadAllLines(Path.Combine(BotFolder.Checkout, ".dockerignore")));
        Assert.Contains(".env", File.ReadAllLines(Path.Combine(BotFolder.Checkout, ".gitignore")));
    }

    [Fact]
    public void Who_is_served_is_taken_from_where_it_is_called_too_and_never_only_in_one_of_its_spellings() => Assert.Superset(
        new HashSet<string> { "Access__Chats", "Access__Chats__0", "Access__Users", "Access__Users__0", "Operators__Users", "Operators__Users__0" }, Items("environment").ToHashSet());

    private static IEnumerable<string> Items(string key) => ((YamlSequenceNode)Bot[key]).Select(item => item.ToString());

    private static YamlMappingNode Read()
    {
        using var reader = File.OpenText(Path.Combine(Folder, "compose.yaml"));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }
}
