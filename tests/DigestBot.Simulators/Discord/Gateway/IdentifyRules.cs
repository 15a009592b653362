using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.Gateway;

/// <summary>What an IDENTIFY must say.</summary>
internal static class IdentifyRules
{
    private const int Privileged = (1 << 1) | (1 << 8) | (1 << 15);
    private const int Known = (1 << 26) - 1;

    /// <summary>The close code that it earns; null where all is well.</summary>
    public static int? Check(JsonObject identify, DiscordSimulatorOptions options)
    {
        if (Text(identify["token"]) != options.Token)
            return CloseCodes.AuthenticationFailed;
        if (identify["intents"] is not { } bits || bits.GetValueKind() != JsonValueKind.Number ||
            identify["properties"] is not JsonObject properties ||
            ((string[])["os", "browser", "device"]).Any(name => Text(properties[name]) is null))
            return CloseCodes.DecodeError;

        var intents = bits.GetValue<int>();
        if (intents is < 0 or > Known)
            return CloseCodes.InvalidIntents;
        if ((intents & Privileged & ~options.PrivilegedIntents) != 0)
            return CloseCodes.DisallowedIntents;
        return CheckShard(identify["shard"], options);
    }

    /// <summary>The shard's number and how many there are.</summary>
    public static (int Number, int Count) Shard(JsonObject identify) =>
        identify["shard"] is JsonArray { Count: 2 } shard ? (shard[0]!.GetValue<int>(), shard[1]!.GetValue<int>()) : (0, 1);

    private static int? CheckShard(JsonNode? shard, DiscordSimulatorOptions options)
    {
        if (shard is not null &&
            (shard is not JsonArray { Count: 2 } pair || pair.Any(item => item?.GetValueKind() != JsonValueKind.Number)))
            return CloseCodes.InvalidShard;

        var (number, count) = shard is JsonArray two ? (two[0]!.GetValue<int>(), two[1]!.GetValue<int>()) : (0, 1);
        if (number < 0 || count < 1 || number >= count)
            return CloseCodes.InvalidShard;
        return count < options.Shards ? CloseCodes.ShardingRequired : null;
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
