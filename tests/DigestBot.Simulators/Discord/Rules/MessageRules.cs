using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.Rules;

/// <summary>
/// What every message must keep, whichever way it is sent. Lengths count UTF-16 units: never more lenient than Discord.
/// </summary>
internal static class MessageRules
{
    private const int KnownFlags = World.DiscordMessage.SuppressesEmbeds | World.DiscordMessage.Ephemeral | (1 << 12);

    /// <summary>Checks all fields together; an edit may leave out what it does not change.</summary>
    public static void Check(JsonObject fields, FormErrors errors, string path = "")
    {
        var message = new FieldReader(fields, path, errors);
        message.Text("content", 2000);
        EmbedRules.Check(message);
        ComponentRules.Check(message);
        MentionRules.Check(message);
        message.Flag("tts");
        message.Flag("enforce_nonce");
        if (message.Number("flags", 0) is { } flags && (flags & ~KnownFlags) != 0)
            errors.Add(message.At("flags"), "MESSAGE_FLAGS_INVALID", $"flags {flags & ~KnownFlags} cannot be set here");
        if (fields["nonce"] is JsonValue nonce &&
            (nonce.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number) || nonce.ToString().Length > 25))
            errors.Add(
                message.At("nonce"), "NONCE_TYPE_TOO_LONG",
                "A message nonce must be an int or a string of 25 or fewer characters");
        if (message.Object("message_reference") is { } reference && Snowflake(reference, "message_id") is null)
            errors.Required(reference.At("message_id"));
    }

    /// <summary>Whether there is anything to read in it.</summary>
    public static bool IsEmpty(JsonObject fields) =>
        string.IsNullOrWhiteSpace(fields["content"]?.ToString()) && fields["embeds"] is not JsonArray { Count: > 0 } &&
            fields["components"] is not JsonArray { Count: > 0 };

    public static ulong? Snowflake(FieldReader fields, string name)
    {
        var id = World.Snowflakes.TryParse(fields.Text(name, 20, required: true));
        if (id is null && fields.Has(name))
            fields.Errors.Add(fields.At(name), "NUMBER_TYPE_COERCE", "Value is not snowflake.");
        return id;
    }
}
