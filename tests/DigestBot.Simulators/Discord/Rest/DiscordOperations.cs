using DigestBot.Simulators.Discord.World;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>Carries out what was asked for.</summary>
internal sealed class DiscordOperations(
    DiscordInteractions interactions, MessageOperations messages, ThreadOperations threads, CommandOperations commands, CallbackOperations callbacks,
    ResponseOperations responses, LookupOperations lookups)
{
    public DiscordResult Run(DiscordCall call) => call.Route.Operation switch
    {
        "createMessage" => messages.Create(call),
        "getMessage" => messages.Get(call),
        "editMessage" => messages.Edit(call),
        "deleteMessage" => messages.Delete(call),
        "pinMessage" => messages.Pin(call, isPinned: true),
        "unpinMessage" => messages.Pin(call, isPinned: false),
        "createThread" => threads.Create(call),
        "activeThreads" => threads.Active(call),
        "getCommands" => commands.Get(call),
        "setCommands" => commands.Set(call),
        "respond" => callbacks.Respond(call),
        "followUp" => responses.FollowUp(call),
        "getResponse" => responses.Get(call),
        "editResponse" => responses.Edit(call),
        "deleteResponse" => responses.Delete(call),
        "getGateway" => lookups.Gateway(),
        "getGatewayBot" => lookups.GatewayBot(),
        "getApplication" => lookups.Application(),
        "getMe" => lookups.Me(),
        "getChannel" => lookups.Channel(call),
        "openDirectMessages" => lookups.OpenDirectMessages(call),
        "getGuild" => lookups.Guild(call),
        "getMember" => lookups.Member(call),
        _ => throw DiscordRefusal.NotFound(),
    };

    /// <summary>The channel of an interaction that the address names.</summary>
    public string? ChannelOf(DiscordRoute route) =>
        interactions.WithToken(route.Token) is { } interaction ? Snowflakes.Text(interaction.Channel.Id) : null;
}
