using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Platforms.Discord.Gateway;
using DigestBot.Platforms.Discord.Interactions;
using DigestBot.Platforms.Discord.Menus;
using DigestBot.Platforms.Discord.Rendering;
using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord;

/// <summary>
/// Discord's JSON: snake case, no null keys in what is sent, unknown fields and numbers in quotes tolerated in what is read.
/// </summary>
[JsonSerializable(typeof(DiscordPart))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(ThreadBody))]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(GatewayAddress))]
[JsonSerializable(typeof(ApplicationAnswer))]
[JsonSerializable(typeof(ChannelAnswer))]
[JsonSerializable(typeof(GuildAnswer))]
[JsonSerializable(typeof(ThreadsAnswer))]
[JsonSerializable(typeof(MemberAnswer))]
[JsonSerializable(typeof(GatewayFrame))]
[JsonSerializable(typeof(HelloData))]
[JsonSerializable(typeof(ReadyData))]
[JsonSerializable(typeof(IdentifyFrame))]
[JsonSerializable(typeof(ResumeFrame))]
[JsonSerializable(typeof(HeartbeatFrame))]
[JsonSerializable(typeof(GuildEvent))]
[JsonSerializable(typeof(ChannelEvent))]
[JsonSerializable(typeof(ReactionEvent))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionCallback))]
[JsonSerializable(typeof(ApplicationCommand))]
[JsonSerializable(typeof(ApplicationCommand[]))]
internal sealed partial class DiscordJson : JsonSerializerContext
{
    /// <summary>Letters of every language stay as they are.</summary>
    public static DiscordJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
