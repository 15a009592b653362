namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>What the bot wants to hear of, beside interactions, which come in any case. None of it needs to be granted.</summary>
internal static class Intents
{
    private const int Guilds = 1 << 0;
    private const int GuildMessageReactions = 1 << 10;
    private const int DirectMessageReactions = 1 << 13;

    public const int Wanted = Guilds | GuildMessageReactions | DirectMessageReactions;
}
