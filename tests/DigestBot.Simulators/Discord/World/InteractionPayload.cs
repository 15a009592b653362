using System.Globalization;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.World;

/// <summary>Writes INTERACTION_CREATE.</summary>
internal sealed class InteractionPayload(DiscordWorld world, MessageMaker maker)
{
    public JsonObject Describe(DiscordInteraction interaction, JsonObject data)
    {
        var (channel, user) = (interaction.Channel, interaction.User);
        var json = new JsonObject
        {
            ["id"] = Snowflakes.Text(interaction.Id),
            ["application_id"] = Snowflakes.Text(world.BotId),
            ["type"] = (int)interaction.Kind,
            ["data"] = data,
            ["channel"] = channel.Describe(),
            ["channel_id"] = Snowflakes.Text(channel.Id),
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["app_permissions"] = Bits(channel.BotPermissions),
            ["locale"] = user.Locale,
            ["context"] = channel.Guild is null ? 1 : 0,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = Snowflakes.Text(channel.Guild?.Id ?? 0) },
            ["attachment_size_limit"] = 10485760,
        };
        if (channel.Guild is { } guild)
        {
            (json["guild_id"], json["guild_locale"]) = (Snowflakes.Text(guild.Id), guild.Locale);
            json["guild"] = new JsonObject
            {
                ["id"] = Snowflakes.Text(guild.Id),
                ["locale"] = guild.Locale,
                ["features"] = new JsonArray(),
            };
            json["member"] = Member(guild, user);
        }
        else
        {
            json["user"] = user.Describe();
        }

        if (interaction.Source is { } source)
            json["message"] = maker.Describe(source);
        return json;
    }

    private static JsonObject Member(DiscordGuild guild, DiscordUser user)
    {
        var permissions = guild.PermissionsOf(user);
        return new JsonObject
        {
            ["user"] = user.Describe(),
            ["roles"] = new JsonArray(),
            ["joined_at"] = "2026-01-01T00:00:00.000000+00:00",
            ["premium_since"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["permissions"] = permissions.HasFlag(DiscordPermissions.Administrator)
                ? ((1UL << 53) - 1).ToString(CultureInfo.InvariantCulture)
                : Bits(permissions),
        };
    }

    private static string Bits(DiscordPermissions permissions) => ((ulong)permissions).ToString(CultureInfo.InvariantCulture);
}
