using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord.Rules;

namespace DigestBot.Simulators.Discord.World;

/// <summary>Makes messages of the fields that were sent, and shows them as the API does.</summary>
internal sealed class MessageMaker(DiscordWorld world)
{
    public DiscordMessage Make(DiscordChannel channel, JsonObject fields, bool asInteraction = false, int addedFlags = 0, IReadOnlyList<DiscordFile>? files = null)
    {
        var content = fields["content"]?.ToString().Trim() ?? "";
        return new DiscordMessage
        {
            Id = world.NextId(),
            Channel = channel,
            Content = content,
            At = world.Now(),
            Nonce = fields["nonce"]?.ToString(),
            Embeds = Copy(fields, "embeds"),
            Components = Copy(fields, "components"),
            Files = Named(fields, files ?? []),
            Flags = (fields["flags"]?.GetValue<int>() ?? 0) | addedFlags,
            Pings = MentionRules.Pings(content, fields["allowed_mentions"] as JsonObject, asInteraction),
        };
    }

    /// <summary>The message with those fields replaced that were sent.</summary>
    public DiscordMessage Change(DiscordMessage message, JsonObject fields, IReadOnlyList<DiscordFile>? files = null) => message with
    {
        Content = fields["content"]?.ToString().Trim() ?? message.Content,
        Embeds = fields.ContainsKey("embeds") ? Copy(fields, "embeds") : message.Embeds,
        Components = fields.ContainsKey("components") ? Copy(fields, "components") : message.Components,
        Files = fields.ContainsKey("attachments") || files?.Count > 0 ? Named(fields, files ?? []) : message.Files,
        Flags = message.Flags & ~DiscordMessage.Loading,
        EditedAt = world.Now(),
    };

    public JsonObject Describe(DiscordMessage message)
    {
        var json = new JsonObject
        {
            ["id"] = Snowflakes.Text(message.Id),
            ["channel_id"] = Snowflakes.Text(message.Channel.Id),
            ["type"] = 0,
            ["author"] = world.DescribeBot(),
            ["content"] = message.Content,
            ["timestamp"] = Iso(message.At),
            ["edited_timestamp"] = message.EditedAt is { } edited ? Iso(edited) : null,
            ["tts"] = false,
            ["mention_everyone"] = message.Pings.Contains("everyone"),
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = new JsonArray([.. message.Files.Index().Select(file => Describe(file.Item, file.Index))]),
            ["embeds"] = message.Embeds.DeepClone(),
            ["components"] = message.Components.DeepClone(),
            ["pinned"] = false,
            ["flags"] = message.Flags,
        };
        if (message.Nonce is not null)
            json["nonce"] = message.Nonce;
        return json;
    }

    private static JsonObject Describe(DiscordFile file, int place) => new()
    {
        ["id"] = Snowflakes.Text((ulong)place + 1),
        ["filename"] = file.Name,
        ["size"] = file.Content.Length,
        ["content_type"] = file.ContentType,
    };

    /// <summary>Where the attachments are listed, those that are not are left out.</summary>
    private static IReadOnlyList<DiscordFile> Named(JsonObject fields, IReadOnlyList<DiscordFile> files) => fields["attachments"] is JsonArray listed
        ? [.. files.Index().Where(file => listed.Any(attachment => attachment?["id"]?.ToString() == $"{file.Index}")).Select(file => file.Item)]
        : files;

    private static string Iso(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff+00:00", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonArray Copy(JsonObject fields, string name) =>
        fields[name] is JsonArray list ? (JsonArray)list.DeepClone() : [];
}
