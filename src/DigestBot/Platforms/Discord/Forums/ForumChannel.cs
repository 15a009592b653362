using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord.Forums;

/// <summary>A forum or media channel.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Guild">The server it lies in.</param>
/// <param name="RequiresTag">A post without a tag is not taken.</param>
/// <param name="Tags">What can be put on a post.</param>
internal sealed record ForumChannel(string Id, string Guild, bool RequiresTag, IReadOnlyList<TagAnswer> Tags)
{
    private const int RequireTag = 1 << 4;

    /// <summary>Null where the channel is something else.</summary>
    public static ForumChannel? Of(string id, ChannelAnswer? channel) => channel is { IsForum: true, GuildId: { } guild }
        ? new ForumChannel(id, guild, ((channel.Flags ?? 0) & RequireTag) != 0, channel.AvailableTags ?? [])
        : null;

    /// <summary>
    /// The tag that is called as the topic is, where anybody may put it on; else, where there has to be one, the first of that kind.
    /// One that is moderated needs the permission to manage threads
    /// (https://docs.discord.com/developers/resources/channel#forum-tag-object), and is tried only where a post has to have a tag and
    /// there is no other.
    /// </summary>
    public IReadOnlyList<string>? TagsFor(string topic)
    {
        var tag = Tags.FirstOrDefault(tag => tag.Moderated != true && topic.Equals(tag.Name, StringComparison.OrdinalIgnoreCase))
            ?? (RequiresTag ? Tags.OrderBy(tag => tag.Moderated == true).FirstOrDefault() : null);
        return tag?.Id is { } id ? [id] : null;
    }
}
