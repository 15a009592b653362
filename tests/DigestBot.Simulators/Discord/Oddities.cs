using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord;

/// <summary>Makes what is sent look as a compatible server of another make may send it.</summary>
internal static class Oddities
{
    private static readonly HashSet<string> Optional = new(StringComparer.Ordinal)
    {
        "locale", "guild_locale", "app_permissions", "context", "guild", "channel", "entitlements",
        "authorizing_integration_owners", "attachment_size_limit",
        "global_name", "avatar", "discriminator", "public_flags", "edited_timestamp", "mention_everyone", "tts", "nonce",
        "premium_since", "joined_at",
        "features", "permission_overwrites", "thread_metadata", "session_start_limit", "verified", "shards", "shard",
    };

    public static JsonNode Apply(JsonNode node, DiscordOddities oddities)
    {
        if ((oddities & (DiscordOddities.MissingFields | DiscordOddities.ExtraFields)) == 0)
            return node;

        var copy = node.DeepClone();
        Walk(copy, oddities);
        return copy;
    }

    private static void Walk(JsonNode? node, DiscordOddities oddities)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Walk(item, oddities);
            return;
        }

        if (node is not JsonObject fields)
            return;
        if (oddities.HasFlag(DiscordOddities.MissingFields))
        {
            foreach (var name in fields.Select(field => field.Key).Where(Optional.Contains).ToArray())
                fields.Remove(name);
        }

        foreach (var (_, value) in fields)
            Walk(value, oddities);
        if (oddities.HasFlag(DiscordOddities.ExtraFields))
            (fields["x_future"], fields["x_null"]) = (new JsonObject { ["levels"] = new JsonArray(1, null, "two") }, null);
    }
}
