using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.World;

/// <summary>A person with an account.</summary>
public sealed class DiscordUser(ulong id, string name, string locale = "id")
{
    public ulong Id => id;

    public string Name => name;

    /// <summary>The language of the person's client.</summary>
    public string Locale => locale;

    /// <summary>False where the person takes no direct messages from the bot.</summary>
    public bool AcceptsDirectMessages { get; set; } = true;

    internal JsonObject Describe() => new()
    {
        ["id"] = Snowflakes.Text(id),
        ["username"] = name,
        ["discriminator"] = "0",
        ["global_name"] = name,
        ["avatar"] = null,
        ["public_flags"] = 0,
    };
}
