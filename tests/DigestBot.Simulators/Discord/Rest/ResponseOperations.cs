using DigestBot.Simulators.Discord.Rules;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>What comes after an acknowledgement: the original answer and the follow-ups, for fifteen minutes.</summary>
internal sealed class ResponseOperations(
    DiscordSimulatorOptions options, DiscordWorld world, DiscordInteractions interactions, MessageMaker maker)
{
    private const string OriginalName = "@original";
    private const int DeferredMessage = 5;

    public DiscordResult FollowUp(DiscordCall call)
    {
        var interaction = Acknowledged(call);
        Check(call);
        if (MessageRules.IsEmpty(call.Fields))
            throw DiscordRefusal.Empty();

        // After a deferral the first follow-up takes the place of what is loading, and its flags do not count.
        if (interaction is { Acknowledgement: DeferredMessage, Original: { IsLoading: true } loading })
            return Store(interaction, maker.Change(loading, call.Fields, call.Files), isOriginal: true);
        return Store(interaction, maker.Make(interaction.Channel, call.Fields, asInteraction: true, files: call.Files), isOriginal: false);
    }

    public DiscordResult Get(DiscordCall call)
    {
        var interaction = Acknowledged(call);
        return new DiscordResult(200, maker.Describe(Find(interaction, call))) { Channel = interaction.Channel.Id };
    }

    public DiscordResult Edit(DiscordCall call)
    {
        var interaction = Acknowledged(call);
        var message = Find(interaction, call);
        Check(call);
        var changed = maker.Change(message, call.Fields, call.Files);
        if (changed is { Content.Length: 0, Embeds.Count: 0, Components.Count: 0 })
            throw DiscordRefusal.Empty();
        return Store(interaction, changed, call.Route.Message == OriginalName || message.Id == interaction.Original?.Id);
    }

    public DiscordResult Delete(DiscordCall call)
    {
        var interaction = Acknowledged(call);
        var message = Find(interaction, call);
        message.Channel.Remove(message.Id);
        if (!interaction.RemoveFollowUp(message.Id))
            interaction.Change(null);
        return new DiscordResult(204) { Channel = interaction.Channel.Id };
    }

    private DiscordInteraction Acknowledged(DiscordCall call)
    {
        if (Snowflakes.TryParse(call.Route.Application) != world.BotId)
            throw DiscordRefusal.UnknownWebhook();
        if (interactions.WithToken(call.Route.Token) is not { } interaction)
            throw DiscordRefusal.UnknownWebhook();
        if (world.Now() - interaction.At >= options.TokenLives)
            throw DiscordRefusal.InvalidToken();
        return interaction.AcknowledgedIn is null ? throw DiscordRefusal.UnknownWebhook() : interaction;
    }

    private static DiscordMessage Find(DiscordInteraction interaction, DiscordCall call)
    {
        if (call.Route.Message == OriginalName)
            return interaction.Original ?? throw DiscordRefusal.UnknownMessage();

        var id = Snowflakes.TryParse(call.Route.Message);
        return interaction.FollowUps.Append(interaction.Original).FirstOrDefault(message => message?.Id == id)
            ?? throw DiscordRefusal.UnknownMessage();
    }

    private static void Check(DiscordCall call)
    {
        var errors = new FormErrors();
        MessageRules.Check(call.Fields, errors);
        errors.ThrowIfAny();
    }

    private DiscordResult Store(DiscordInteraction interaction, DiscordMessage message, bool isOriginal)
    {
        if (!message.IsEphemeral)
            message.Channel.Put(message);
        if (isOriginal)
            interaction.Change(message);
        else
            interaction.FollowUp(message);
        return new DiscordResult(200, maker.Describe(message)) { Channel = interaction.Channel.Id };
    }
}
