using System.Globalization;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>
/// What the bot has to be permitted in a channel to post digests there
/// (https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags).
/// </summary>
internal static class PostingPermissions
{
    /// <summary>Whoever has it has all others.</summary>
    public const ulong Administrator = 1UL << 3;

    private const ulong ViewChannel = 1UL << 10;
    private const ulong SendMessages = 1UL << 11;
    private const ulong EmbedLinks = 1UL << 14;
    private const ulong SendMessagesInThreads = 1UL << 38;

    /// <summary>
    /// The texts that name what is missing where something was asked; null where that is not told: in direct messages, which know
    /// no such permissions, and on a server that does not say.
    /// </summary>
    /// <param name="interaction">What was asked.</param>
    /// <param name="standsForForum">It was asked in a post that stands for its forum, where posts are begun too.</param>
    public static IReadOnlyList<string>? Missing(Interaction interaction, bool standsForForum = false) =>
        interaction.IsInServer && ulong.TryParse(interaction.AppPermissions, NumberStyles.None, CultureInfo.InvariantCulture, out var granted)
            ? Missing(granted, isThread: interaction.Parent is not null, standsForForum)
            : null;

    /// <summary>The texts that name what is missing.</summary>
    /// <param name="granted">What the bot may do there.</param>
    /// <param name="isThread">Messages go into a thread or a post.</param>
    /// <param name="isForum">Posts are begun.</param>
    public static IReadOnlyList<string> Missing(ulong granted, bool isThread, bool isForum)
    {
        if ((granted & Administrator) != 0)
            return [];

        (ulong Bit, string Text, bool IsNeeded)[] permissions =
        [
            (ViewChannel, "Discord_ViewChannel", true),
            (SendMessages, "Discord_SendMessages", !isThread || isForum),
            (SendMessagesInThreads, "Discord_SendMessagesInThreads", isThread),
            (EmbedLinks, "Discord_EmbedLinks", true),
        ];
        return [.. permissions.Where(permission => permission.IsNeeded && (granted & permission.Bit) == 0).Select(permission => permission.Text)];
    }
}
