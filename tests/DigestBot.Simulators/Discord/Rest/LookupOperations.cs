using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord.Gateway;
using DigestBot.Simulators.Discord.Rules;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>What the bot asks about itself and the world.</summary>
internal sealed class LookupOperations(DiscordWorld world, DiscordGateway gateway)
{
    public DiscordResult Gateway() => new(200, new JsonObject { ["url"] = gateway.Url.ToString().TrimEnd('/') });

    public DiscordResult GatewayBot() => new(200, new JsonObject
    {
        ["url"] = gateway.Url.ToString().TrimEnd('/'),
        ["shards"] = gateway.Budget.Shards,
        ["session_start_limit"] = gateway.Budget.Describe(),
    });

    public DiscordResult Application()
    {
        var id = Snowflakes.Text(world.BotId);
        return new DiscordResult(200, new JsonObject
        {
            ["id"] = id,
            ["name"] = world.BotName,
            ["icon"] = null,
            ["description"] = "",
            ["bot_public"] = true,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = "simulated",
            ["flags"] = 0,
            ["bot"] = world.DescribeBot(),
        });
    }

    public DiscordResult Me() => new(200, world.DescribeBot());

    /// <summary>What the bot may do in it stands there as what it allows and denies to the bot alone, beside what everybody's role gives.</summary>
    public DiscordResult Channel(DiscordCall call)
    {
        var channel = ChannelAccess.Visible(world, call.Route.Channel);
        var described = channel.Describe();
        if (channel is { Guild: not null, IsThread: false })
            described["permission_overwrites"] = new JsonArray(Overwrite(channel.BotPermissions));
        return new DiscordResult(200, described);
    }

    public DiscordResult OpenDirectMessages(DiscordCall call)
    {
        var errors = new FormErrors();
        var id = MessageRules.Snowflake(new FieldReader(call.Fields, "", errors), "recipient_id");
        errors.ThrowIfAny();
        var user = world.FindUser(id!.Value) ?? throw DiscordRefusal.UnknownUser();
        var channel = world.OpenDirectMessages(user);
        return new DiscordResult(200, channel.Describe()) { Channel = channel.Id };
    }

    public DiscordResult Guild(DiscordCall call) => new(200, Reached(call).Describe());

    /// <summary>Whoever is known is a member: one who was never named has no role but everybody's.</summary>
    public DiscordResult Member(DiscordCall call)
    {
        var guild = Reached(call);
        if (call.Route.User == Snowflakes.Text(world.BotId))
            return new DiscordResult(200, new JsonObject { ["user"] = world.DescribeBot(), ["roles"] = new JsonArray(), ["flags"] = 0 });

        var user = Snowflakes.TryParse(call.Route.User) is { } id ? world.FindUser(id) : null;
        return new DiscordResult(200, guild.DescribeMember(user ?? throw DiscordRefusal.UnknownMember()));
    }

    private JsonObject Overwrite(DiscordPermissions permissions) => new()
    {
        ["id"] = Snowflakes.Text(world.BotId),
        ["type"] = 1,
        ["allow"] = Bits(permissions & ~DiscordPermissions.Member),
        ["deny"] = Bits(DiscordPermissions.Member & ~permissions),
    };

    private static string Bits(DiscordPermissions permissions) => ((ulong)permissions).ToString(CultureInfo.InvariantCulture);

    private DiscordGuild Reached(DiscordCall call)
    {
        var guild = Snowflakes.TryParse(call.Route.Guild) is { } id ? world.FindGuild(id) : null;
        if (guild is null)
            throw DiscordRefusal.UnknownGuild();
        return guild.HasBot ? guild : throw DiscordRefusal.MissingAccess();
    }
}
