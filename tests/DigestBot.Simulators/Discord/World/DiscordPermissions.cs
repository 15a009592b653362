namespace DigestBot.Simulators.Discord.World;

/// <summary>The permission bits that matter to a bot that posts.</summary>
[Flags]
public enum DiscordPermissions : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageChannels = 1UL << 4,
    ManageGuild = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    EmbedLinks = 1UL << 14,
    ReadMessageHistory = 1UL << 16,
    MentionEveryone = 1UL << 17,
    UseCommands = 1UL << 31,
    ManageThreads = 1UL << 34,
    SendMessagesInThreads = 1UL << 38,
    PinMessages = 1UL << 51,

    /// <summary>What an ordinary member has.</summary>
    Member = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory | UseCommands | SendMessagesInThreads,

    /// <summary>What somebody has who looks after the server.</summary>
    Manager = Member | ManageGuild | ManageChannels,

    Owner = Manager | Administrator,
}
