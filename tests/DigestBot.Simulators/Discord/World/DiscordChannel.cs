using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.World;

/// <summary>A place to write: a channel of a guild, a thread or forum post in it, or a conversation with one person.</summary>
public sealed class DiscordChannel(ulong id, ChannelKind kind, string name)
{
    private readonly Lock _gate = new();
    private readonly List<DiscordMessage> _messages = [];
    private readonly List<ulong> _pins = [];

    public ulong Id => id;

    public ChannelKind Kind => kind;

    public string Name => name;

    public DiscordGuild? Guild { get; init; }

    /// <summary>The channel that a thread hangs on.</summary>
    public DiscordChannel? Parent { get; init; }

    /// <summary>The category that a channel stands in; null for none.</summary>
    public DiscordChannel? Category { get; internal set; }

    /// <summary>Who opened a thread; null for somebody who does not matter.</summary>
    public ulong? OwnerId { get; init; }

    /// <summary>What can be put on the posts of a forum.</summary>
    public IReadOnlyList<DiscordTag> Tags { get; set; } = [];

    /// <summary>A forum that takes no post without a tag.</summary>
    public bool RequiresTag { get; set; }

    /// <summary>The tags of a post.</summary>
    public IReadOnlyList<ulong> AppliedTags { get; init; } = [];

    /// <summary>It holds posts instead of messages.</summary>
    public bool IsForum => kind is ChannelKind.Forum or ChannelKind.Media;

    /// <summary>The person of a direct message channel.</summary>
    public DiscordUser? Recipient { get; init; }

    /// <summary>Archived and locked: nobody writes here any more.</summary>
    public bool IsArchived { get; set; }

    public bool IsDeleted { get; internal set; }

    /// <summary>What the bot may do here.</summary>
    public DiscordPermissions BotPermissions { get; set; } = DiscordPermissions.Member;

    public bool IsThread => kind is ChannelKind.PublicThread or ChannelKind.PrivateThread;

    /// <summary>What stands in the channel for all to see, oldest first.</summary>
    public IReadOnlyList<DiscordMessage> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages];
        }
    }

    /// <summary>The messages that were pinned, the newest pin last.</summary>
    public IReadOnlyList<ulong> Pins
    {
        get
        {
            lock (_gate)
                return [.. _pins];
        }
    }

    public DiscordMessage? Find(ulong message) => Messages.FirstOrDefault(known => known.Id == message);

    internal void Put(DiscordMessage message)
    {
        lock (_gate)
        {
            var place = _messages.FindIndex(known => known.Id == message.Id);
            if (place < 0)
                _messages.Add(message);
            else
                _messages[place] = message;
        }
    }

    /// <summary>Somebody pins a message or takes it off.</summary>
    public void Pin(ulong message, bool isPinned)
    {
        lock (_gate)
        {
            _pins.Remove(message);
            if (isPinned)
                _pins.Add(message);
        }
    }

    internal bool Remove(ulong message)
    {
        lock (_gate)
            return _messages.RemoveAll(known => known.Id == message) > 0;
    }

    internal JsonObject Describe()
    {
        var channel = new JsonObject
        {
            ["id"] = Snowflakes.Text(id),
            ["type"] = (int)kind,
            ["flags"] = RequiresTag ? 1 << 4 : 0,
            ["last_message_id"] = null,
        };
        if (Recipient is not null)
        {
            channel["recipients"] = new JsonArray(Recipient.Describe());
            return channel;
        }

        (channel["name"], channel["guild_id"]) = (name, Guild is null ? null : Snowflakes.Text(Guild.Id));
        channel["parent_id"] = (Parent ?? Category) is { } parent ? Snowflakes.Text(parent.Id) : null;
        (channel["position"], channel["nsfw"]) = (0, false);
        (channel["permission_overwrites"], channel["rate_limit_per_user"]) = (new JsonArray(), 0);
        if (IsForum)
            channel["available_tags"] = new JsonArray([.. Tags.Select(tag => tag.Describe())]);
        if (IsThread)
        {
            channel["owner_id"] = Snowflakes.Text(OwnerId ?? Guild?.Owner.Id ?? 0);
            channel["applied_tags"] = new JsonArray([.. AppliedTags.Select(tag => JsonValue.Create(Snowflakes.Text(tag)))]);
            (channel["message_count"], channel["member_count"], channel["total_message_sent"]) = (Messages.Count, 1, Messages.Count);
            channel["thread_metadata"] = new JsonObject
            {
                ["archived"] = IsArchived,
                ["locked"] = IsArchived,
                ["auto_archive_duration"] = 1440,
                ["archive_timestamp"] = "2026-01-01T00:00:00.000000+00:00",
            };
        }

        return channel;
    }
}

/// <summary>A tag that posts of a forum can have.</summary>
public sealed record DiscordTag(ulong Id, string Name, bool IsModerated = false)
{
    internal JsonObject Describe() => new()
    {
        ["id"] = Snowflakes.Text(Id),
        ["name"] = Name,
        ["moderated"] = IsModerated,
        ["emoji_id"] = null,
        ["emoji_name"] = null,
    };
}

/// <summary>Discord's channel types.</summary>
public enum ChannelKind
{
    Text = 0,
    DirectMessage = 1,
    Category = 4,
    Announcement = 5,
    PublicThread = 11,
    PrivateThread = 12,
    Forum = 15,
    Media = 16,
}
