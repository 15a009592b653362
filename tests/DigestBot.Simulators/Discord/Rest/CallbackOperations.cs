using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord.Rules;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>The first answer to an interaction: once only, and within three seconds.</summary>
internal sealed class CallbackOperations(DiscordSimulatorOptions options, DiscordInteractions interactions, MessageMaker maker)
{
    private const int Message = 4;
    private const int DeferredMessage = 5;
    private const int DeferredUpdate = 6;
    private const int Update = 7;
    private const int Choices = 8;
    private const int Modal = 9;
    private readonly Lock _gate = new();

    public DiscordResult Respond(DiscordCall call)
    {
        if (interactions.WithToken(call.Route.Token) is not { } interaction ||
            interaction.Id != Snowflakes.TryParse(call.Route.Interaction))
            throw DiscordRefusal.UnknownInteraction();

        lock (_gate)
        {
            if (interaction.AcknowledgedIn is not null)
                throw DiscordRefusal.AlreadyAcknowledged();
            if (interaction.Age > options.AcknowledgeWithin)
                throw DiscordRefusal.UnknownInteraction();
            return Acknowledge(call, interaction);
        }
    }

    private DiscordResult Acknowledge(DiscordCall call, DiscordInteraction interaction)
    {
        var errors = new FormErrors();
        var body = new FieldReader(call.Fields, "", errors);
        var type = body.Number("type") ?? 0;
        if (!Fits(interaction.Kind, type))
            errors.NotOneOf("type", $"those that answer a {interaction.Kind}");
        var data = call.Fields["data"] as JsonObject ?? [];
        IReadOnlyList<(string Name, string Value)>? choices = null;
        if (type is Message or DeferredMessage or Update)
            MessageRules.Check(data, errors, "data");
        else if (type == Choices)
            choices = ChoiceRules.Check(new FieldReader(data, "data", errors), 25);
        else if (type == Modal)
            new FieldReader(data, "data", errors).Text("custom_id", 100, 1, required: true);
        errors.ThrowIfAny();

        var original = Original(interaction, type, data, call.Files);
        interaction.Acknowledge(type, original, choices, type == Modal ? (JsonObject)data.DeepClone() : null);
        return Answer(call, interaction, type, original);
    }

    private DiscordMessage? Original(DiscordInteraction interaction, int type, JsonObject data, IReadOnlyList<DiscordFile> files)
    {
        switch (type)
        {
            case Message:
                if (MessageRules.IsEmpty(data))
                    throw DiscordRefusal.Empty();
                return Shown(maker.Make(interaction.Channel, data, asInteraction: true, files: files));
            case DeferredMessage:
                var flags = new JsonObject { ["flags"] = data["flags"]?.GetValue<int>() ?? 0 };
                return Shown(maker.Make(interaction.Channel, flags, asInteraction: true, DiscordMessage.Loading));
            case DeferredUpdate:
                return interaction.Source! with { Flags = interaction.Source.Flags | DiscordMessage.Loading };
            case Update:
                return Shown(maker.Change(interaction.Source!, data, files));
            default:
                return null;
        }
    }

    private DiscordResult Answer(DiscordCall call, DiscordInteraction interaction, int type, DiscordMessage? original)
    {
        var answer = new DiscordResult(204) { Channel = interaction.Channel.Id };
        if (!call.Asks("with_response"))
            return answer;

        var about = new JsonObject { ["id"] = Snowflakes.Text(interaction.Id), ["type"] = (int)interaction.Kind };
        if (original is not null)
            about["response_message_id"] = Snowflakes.Text(original.Id);
        var body = new JsonObject
        {
            ["interaction"] = about,
            ["resource"] = new JsonObject { ["type"] = type, ["message"] = original is null ? null : maker.Describe(original) },
        };
        return answer with { Status = 200, Body = body };
    }

    private static DiscordMessage Shown(DiscordMessage message)
    {
        if (!message.IsEphemeral)
            message.Channel.Put(message);
        return message;
    }

    private static bool Fits(InteractionKind kind, int type) => kind switch
    {
        InteractionKind.Autocomplete => type == Choices,
        InteractionKind.Component => type is Message or DeferredMessage or DeferredUpdate or Update or Modal,
        InteractionKind.Modal => type is Message or DeferredMessage or DeferredUpdate or Update,
        _ => type is Message or DeferredMessage or Modal,
    };
}
