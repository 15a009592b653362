using System.Globalization;
using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>Roles and overwrites in the order that Discord's documentation gives them; the server is 1, the bot 9, its role 5.</summary>
public sealed class ChannelPermissionsTests
{
    private const string Server = "1";
    private const string Bot = "9";
    private static readonly string[] Held = ["5", "6"];

    [Fact]
    public void Roles_that_are_held_and_the_one_that_everybody_has_add_up() =>
        Assert.Equal(0b0111UL, ChannelPermissions.InServer(Server, [new("1", "1"), new("5", "2"), new("6", "4"), new("7", "8"), new(null, "16"), new("5", "x")], Held));

    [Theory]
    [InlineData("1:deny", 0b00)]
    [InlineData("1:deny 5:allow", 0b10)]
    [InlineData("5:deny 6:allow", 0b10)]
    [InlineData("1:allow 5:deny", 0b00)]
    [InlineData("5:deny 9:allow", 0b10)]
    [InlineData("6:allow 9:deny", 0b00)]
    [InlineData("7:deny 8:deny", 0b10)]
    public void What_is_said_of_the_bot_goes_before_its_roles_and_these_before_everybody(string said, ulong expected)
    {
        var overwrites = said.Split(' ').Select(one => one.Split(':')).Select(one => new OverwriteAnswer(one[0], one[1] == "allow" ? "2" : "0", one[1] == "deny" ? "2" : "0"));

        Assert.Equal(expected, ChannelPermissions.InChannel(0b10, Server, Held, Bot, [.. overwrites]) & 0b10);
    }

    [Fact]
    public void Whoever_administers_is_denied_nothing()
    {
        var all = PostingPermissions.Administrator | 0b10;

        Assert.Equal(all, ChannelPermissions.InChannel(all, Server, Held, Bot, [new(Bot, null, all.ToString(CultureInfo.InvariantCulture))]));
    }
}
