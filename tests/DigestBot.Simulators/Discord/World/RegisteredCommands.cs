using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.World;

/// <summary>The slash commands as the bot registered them: everywhere, and in single guilds.</summary>
public sealed class RegisteredCommands
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, JsonArray> _lists = [];

    /// <summary>How many times a list was set.</summary>
    public int Writes { get; private set; }

    /// <summary>The names of the commands that are registered everywhere.</summary>
    public IReadOnlyList<string> Names => [.. Of(0).Select(command => command!["name"]!.ToString())];

    /// <summary>What somebody sees who types a slash: the guild's own commands, then those registered everywhere.</summary>
    public JsonObject? Find(string name, DiscordGuild? guild) =>
        Of(guild?.Id ?? 0).Concat(Of(0)).OfType<JsonObject>().FirstOrDefault(command => command["name"]!.ToString() == name);

    /// <summary>A copy of a list; 0 for the one that holds everywhere.</summary>
    internal JsonArray Of(ulong guild)
    {
        lock (_gate)
            return _lists.TryGetValue(guild, out var list) ? (JsonArray)list.DeepClone() : [];
    }

    internal void Set(ulong guild, JsonArray commands)
    {
        lock (_gate)
        {
            Writes++;
            _lists[guild] = commands;
        }
    }
}
