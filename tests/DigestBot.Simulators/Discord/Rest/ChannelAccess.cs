using DigestBot.Simulators.Discord.Rules;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>Finds channels and refuses what the bot may not do there.</summary>
internal static class ChannelAccess
{
    /// <summary>A channel that the bot can see.</summary>
    public static DiscordChannel Visible(DiscordWorld world, string? id)
    {
        if (Snowflakes.TryParse(id) is not { } number)
        {
            var errors = new FormErrors();
            errors.Add("channel_id", "NUMBER_TYPE_COERCE", $"Value \"{id}\" is not snowflake.");
            errors.ThrowIfAny();
            throw DiscordRefusal.UnknownChannel();
        }

        if (world.FindChannel(number) is not { IsDeleted: false } channel || channel.Parent is { IsDeleted: true })
            throw DiscordRefusal.UnknownChannel();
        if (channel.Guild is { HasBot: false } || !channel.BotPermissions.HasFlag(DiscordPermissions.ViewChannel))
            throw DiscordRefusal.MissingAccess();
        return channel;
    }

    /// <summary>A channel that the bot may write to.</summary>
    public static DiscordChannel Writable(DiscordWorld world, string? id, bool withEmbeds)
    {
        var channel = Visible(world, id);
        if (channel.IsForum)
            throw DiscordRefusal.NotText();
        if (channel.Recipient is { AcceptsDirectMessages: false })
            throw DiscordRefusal.NoDirectMessages();
        if (channel is { IsThread: true, IsArchived: true })
            throw DiscordRefusal.Archived();

        var needed = channel.IsThread ? DiscordPermissions.SendMessagesInThreads : DiscordPermissions.SendMessages;
        if (withEmbeds)
            needed |= DiscordPermissions.EmbedLinks;
        if (channel.Guild is not null && (channel.BotPermissions & needed) != needed)
            throw DiscordRefusal.MissingPermissions();
        return channel;
    }
}
