using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.World;

/// <summary>The guilds, channels and people that a simulator knows, and the bot among them.</summary>
public sealed class DiscordWorld
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, DiscordUser> _users = [];
    private readonly Dictionary<ulong, DiscordGuild> _guilds = [];
    private readonly Dictionary<ulong, DiscordChannel> _channels = [];
    private readonly Snowflakes _ids = new();
    private readonly bool _openChannels;

    internal DiscordWorld(DiscordSimulatorOptions options)
    {
        _openChannels = options.OpenChannels;
        BotName = options.BotName;
        BotId = IdIn(options.Token) ?? _ids.Next(TimeProvider.System.GetUtcNow());
    }

    /// <summary>The application's id too.</summary>
    public ulong BotId { get; }

    public string BotName { get; }

    /// <summary>The time that this world shows; moved by tests that move the bot's.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => TimeProvider.System.GetUtcNow();

    /// <summary>The guilds that the bot is in.</summary>
    public IReadOnlyList<DiscordGuild> Guilds
    {
        get
        {
            lock (_gate)
                return [.. _guilds.Values.Where(guild => guild.HasBot)];
        }
    }

    public DiscordUser AddUser(string name, string locale = "id")
    {
        var user = new DiscordUser(NextId(), name, locale);
        lock (_gate)
            return _users[user.Id] = user;
    }

    /// <summary>A guild that the bot is in; <see cref="DiscordPeople.Invite"/> lets it come in while the bot runs.</summary>
    public DiscordGuild AddGuild(string name, DiscordUser owner, string locale = "id", ulong? id = null)
    {
        var guild = new DiscordGuild(id ?? NextId(), name, owner, locale);
        lock (_gate)
            return _guilds[guild.Id] = guild;
    }

    public DiscordChannel AddChannel(DiscordGuild guild, string name, ChannelKind kind = ChannelKind.Text, DiscordChannel? category = null) =>
        Add(new DiscordChannel(NextId(), kind, name) { Guild = guild, Category = category });

    /// <summary>A thread on a text channel, or a post in a forum.</summary>
    public DiscordChannel AddThread(DiscordChannel parent, string name, ulong? owner = null, IReadOnlyList<ulong>? tags = null) =>
        Add(new DiscordChannel(NextId(), ChannelKind.PublicThread, name)
        {
            Guild = parent.Guild,
            Parent = parent,
            OwnerId = owner,
            AppliedTags = tags ?? [],
            BotPermissions = parent.BotPermissions,
        });

    /// <summary>A tag for the posts of a forum.</summary>
    public DiscordTag AddTag(DiscordChannel forum, string name, bool isModerated = false)
    {
        var tag = new DiscordTag(NextId(), name, isModerated);
        forum.Tags = [.. forum.Tags, tag];
        return tag;
    }

    /// <summary>The threads and posts of a channel, oldest first.</summary>
    public IReadOnlyList<DiscordChannel> ThreadsOf(DiscordChannel parent)
    {
        lock (_gate)
            return [.. _channels.Values.Where(channel => channel.Parent == parent).OrderBy(channel => channel.Id)];
    }

    /// <summary>The conversation of the bot with one person: the same each time.</summary>
    public DiscordChannel OpenDirectMessages(DiscordUser user)
    {
        lock (_gate)
        {
            if (_channels.Values.FirstOrDefault(channel => channel.Recipient == user) is { } known)
                return known;
        }

        return Add(new DiscordChannel(NextId(), ChannelKind.DirectMessage, user.Name) { Recipient = user });
    }

    public DiscordUser? FindUser(ulong id)
    {
        lock (_gate)
            return _users.GetValueOrDefault(id);
    }

    public DiscordGuild? FindGuild(ulong id)
    {
        lock (_gate)
            return _guilds.GetValueOrDefault(id);
    }

    public DiscordChannel? FindChannel(ulong id)
    {
        lock (_gate)
        {
            if (_channels.TryGetValue(id, out var channel))
                return channel;
            return _openChannels ? _channels[id] = new DiscordChannel(id, ChannelKind.Text, "load") : null;
        }
    }

    internal ulong NextId() => _ids.Next(Now());

    internal JsonObject DescribeBot() => new()
    {
        ["id"] = Snowflakes.Text(BotId),
        ["username"] = BotName,
        ["discriminator"] = "0000",
        ["global_name"] = null,
        ["avatar"] = null,
        ["bot"] = true,
        ["verified"] = true,
    };

    private DiscordChannel Add(DiscordChannel channel)
    {
        channel.Guild?.Add(channel);
        lock (_gate)
            return _channels[channel.Id] = channel;
    }

    /// <summary>The first part of a token is the bot's id in Base64.</summary>
    private static ulong? IdIn(string token)
    {
        try
        {
            var first = token.Split('.')[0];
            return Snowflakes.TryParse(
                Encoding.ASCII.GetString(Convert.FromBase64String(first.PadRight((first.Length + 3) / 4 * 4, '='))));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
