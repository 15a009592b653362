using System.Text.Json;

namespace DigestBot.Platforms.Discord.Rendering;

/// <summary>A post of a forum as it goes over the wire: its name, its tags and the message that it begins with.</summary>
internal sealed record ThreadBody(string Name, IReadOnlyList<string>? AppliedTags, MessageBody Message)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, DiscordJson.Wire.ThreadBody);
}
