using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.World;

/// <summary>A server, with its channels and its people.</summary>
public sealed class DiscordGuild(ulong id, string name, DiscordUser owner, string locale)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, DiscordPermissions> _members = new() { [owner.Id] = DiscordPermissions.Owner };
    private readonly List<DiscordChannel> _channels = [];

    public ulong Id => id;

    public string Name => name;

    public DiscordUser Owner => owner;

    public string Locale => locale;

    /// <summary>Whether the bot is a member.</summary>
    public bool HasBot { get; internal set; } = true;

    /// <summary>True during an outage: the guild is there and cannot be reached.</summary>
    public bool IsUnavailable { get; internal set; }

    public IReadOnlyList<DiscordChannel> Channels
    {
        get
        {
            lock (_gate)
                return [.. _channels.Where(channel => !channel.IsDeleted)];
        }
    }

    /// <summary>What somebody may do here; one who was never named is an ordinary member.</summary>
    public DiscordPermissions PermissionsOf(DiscordUser user)
    {
        lock (_gate)
            return _members.GetValueOrDefault(user.Id, DiscordPermissions.Member);
    }

    public void Permit(DiscordUser user, DiscordPermissions permissions)
    {
        lock (_gate)
            _members[user.Id] = permissions;
    }

    internal void Add(DiscordChannel channel)
    {
        lock (_gate)
            _channels.Add(channel);
    }

    internal JsonObject Describe() => new()
    {
        ["id"] = Snowflakes.Text(id),
        ["name"] = name,
        ["icon"] = null,
        ["owner_id"] = Snowflakes.Text(owner.Id),
        ["preferred_locale"] = locale,
        ["features"] = new JsonArray(),
        ["roles"] = DescribeRoles(),
        ["emojis"] = new JsonArray(),
        ["verification_level"] = 1,
        ["nsfw_level"] = 0,
    };

    /// <summary>Somebody in it: who was named has a role of their own, called by their number.</summary>
    internal JsonObject DescribeMember(DiscordUser user)
    {
        bool isNamed;
        lock (_gate)
            isNamed = _members.ContainsKey(user.Id);
        return new JsonObject
        {
            ["user"] = user.Describe(),
            ["nick"] = null,
            ["roles"] = isNamed ? new JsonArray(Snowflakes.Text(user.Id)) : new JsonArray(),
            ["joined_at"] = "2026-01-01T00:00:00.000000+00:00",
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
        };
    }

    /// <summary>Everybody's role, called by the guild's own number, and those of who was named. The owner needs none.</summary>
    private JsonArray DescribeRoles()
    {
        lock (_gate)
        {
            var roles = _members.Where(member => member.Key != owner.Id).Select(member => Role(member.Key, member.Value));
            return new JsonArray([Role(id, DiscordPermissions.Member), .. roles]);
        }
    }

    private static JsonObject Role(ulong role, DiscordPermissions permissions) => new()
    {
        ["id"] = Snowflakes.Text(role),
        ["name"] = "role",
        ["permissions"] = ((ulong)permissions).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["position"] = 0,
    };

    /// <summary>What GUILD_CREATE carries.</summary>
    internal JsonObject DescribeWhole()
    {
        var guild = Describe();
        guild["joined_at"] = "2026-01-01T00:00:00.000000+00:00";
        (guild["large"], guild["unavailable"], guild["member_count"]) = (false, false, 2);
        guild["channels"] = new JsonArray(
            [.. Channels.Where(channel => !channel.IsThread).Select(channel => channel.Describe())]);
        var threads = Channels.Where(channel => channel is { IsThread: true, IsArchived: false });
        guild["threads"] = new JsonArray([.. threads.Select(channel => channel.Describe())]);
        (guild["members"], guild["presences"], guild["voice_states"]) = (new JsonArray(), new JsonArray(), new JsonArray());
        return guild;
    }
}
