using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace DigestBot.Simulators.Discord.World;

/// <summary>The interactions that were begun, by id and by token.</summary>
internal sealed class DiscordInteractions(DiscordWorld world)
{
    private readonly ConcurrentDictionary<string, DiscordInteraction> _byToken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ulong, DiscordInteraction> _byId = new();

    public DiscordInteraction Begin(InteractionKind kind, DiscordUser user, DiscordChannel channel, DiscordMessage? source = null)
    {
        var token = $"aW50ZXJhY3Rpb24.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";
        var interaction = new DiscordInteraction(world.NextId(), token, kind, user, channel, world.Now()) { Source = source };
        return _byToken[token] = _byId[interaction.Id] = interaction;
    }

    public DiscordInteraction? WithToken(string? token) =>
        token is not null && _byToken.TryGetValue(token, out var interaction) ? interaction : null;

    public DiscordInteraction? WithId(ulong? id) =>
        id is { } known && _byId.TryGetValue(known, out var interaction) ? interaction : null;
}
