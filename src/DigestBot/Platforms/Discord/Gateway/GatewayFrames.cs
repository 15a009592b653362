using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>What the gateway sends: an opcode, and of events a sequence number and a name.</summary>
internal sealed record GatewayFrame(int? Op, JsonElement D, long? S, string? T);

internal sealed record HelloData(double? HeartbeatInterval);

/// <summary>What a session begins with; <paramref name="Shard"/> is the number of this one and how many there are.</summary>
internal sealed record ReadyData(
    string? SessionId, string? ResumeGatewayUrl, ApplicationData? Application, IReadOnlyList<GuildEvent>? Guilds, IReadOnlyList<int>? Shard);

internal sealed record ApplicationData(string? Id);

/// <summary>A heartbeat; the sequence number stands there as null until there is one.</summary>
internal sealed record HeartbeatFrame(int Op, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? D);

internal sealed record IdentifyFrame(int Op, IdentifyData D);

internal sealed record IdentifyData(string Token, int Intents, ClientProperties Properties, int[]? Shard);

internal sealed record ClientProperties(string Os, string Browser, string Device);

internal sealed record ResumeFrame(int Op, ResumeData D);

internal sealed record ResumeData(string Token, string SessionId, long? Seq);

/// <summary>The opcodes.</summary>
internal static class Op
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;
}
