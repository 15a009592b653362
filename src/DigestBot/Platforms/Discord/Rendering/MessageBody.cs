using System.Text.Json;

namespace DigestBot.Platforms.Discord.Rendering;

/// <summary>A message as it goes over the wire. Whatever it says, it mentions nobody.</summary>
internal sealed record MessageBody
{
    public string? Content { get; init; }

    public IReadOnlyList<DiscordEmbed>? Embeds { get; init; }

    public IReadOnlyList<ActionRow>? Components { get; init; }

    public IReadOnlyList<MessageAttachment>? Attachments { get; init; }

    public int? Flags { get; init; }

    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    /// <summary>A message to a channel: a second one with the same nonce is not posted.</summary>
    public static byte[] Of(DiscordPart part, string nonce) => (From(part) with { Nonce = nonce, EnforceNonce = true }).Write();

    /// <summary>The message that a post of a forum begins with, for which there is no nonce.</summary>
    public static MessageBody Opening(DiscordPart part) => From(part);

    /// <summary>An answer to an interaction, shown to the asker alone where <paramref name="hidden"/>.</summary>
    public static MessageBody Answer(DiscordPart part, bool hidden)
    {
        var flags = (part.Flags ?? 0) & DiscordPart.NoPreviews | (hidden ? DiscordPart.Ephemeral : 0);
        return From(part) with { Flags = flags == 0 ? null : flags };
    }

    /// <summary>What takes the place of a message: what it had and this has not is emptied.</summary>
    public static MessageBody Replacement(DiscordPart part) => From(part) with
    {
        Content = part.Content ?? "",
        Embeds = part.Embeds ?? [],
        Components = part.Components ?? [],
        Flags = null,
    };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, DiscordJson.Wire.MessageBody);

    private static MessageBody From(DiscordPart part) => new()
    {
        Content = part.Content,
        Embeds = part.Embeds,
        Components = part.Components,
        Attachments = part.File is { } file ? [new MessageAttachment("0", file.Name)] : null,
        Flags = part.Flags,
    };
}

/// <summary>A file that comes in the same request.</summary>
/// <param name="Id">Its place among them, from 0.</param>
/// <param name="Filename">What it is called.</param>
internal sealed record MessageAttachment(string Id, string Filename);

/// <summary>Who may be notified by a message.</summary>
internal sealed record AllowedMentions(IReadOnlyList<string> Parse)
{
    public static AllowedMentions None { get; } = new([]);
}
