using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord.World;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Simulators.Discord;

/// <summary>What a test in another process sees of the world.</summary>
internal static class DiscordViews
{
    public static JsonObject Show(DiscordSimulator simulator, string view, IQueryCollection query)
    {
        var id = Snowflakes.TryParse(query[view == "messages" ? "channel" : "interaction"]) ?? 0;
        return view switch
        {
            "state" => State(simulator),
            "messages" when simulator.World.FindChannel(id) is { } channel =>
                new JsonObject { ["messages"] = new JsonArray([.. channel.Messages.Select(Describe)]) },
            "answer" when simulator.Interactions.WithId(id) is { } interaction => Describe(interaction),
            _ => new JsonObject { ["error"] = $"nothing to see: {view}" },
        };
    }

    private static JsonObject State(DiscordSimulator simulator) => new()
    {
        ["ledger"] = simulator.Ledger.Count,
        ["contract"] = simulator.ChecksContract,
        ["sessions"] = simulator.Gateway.Sessions,
        ["connections"] = simulator.Gateway.Connections,
        ["heartbeats"] = simulator.Gateway.Heartbeats,
        ["identifies"] = simulator.Gateway.Budget.Used,
        ["commands"] = new JsonArray([.. simulator.Commands.Names.Select(name => JsonValue.Create(name))]),
        ["invalidRequests"] = simulator.Rates.InvalidRequests,
        ["mostInASecond"] = simulator.Rates.MostInASecond,
        ["tooEarly"] = simulator.Rates.TooEarly,
    };

    private static JsonObject Describe(DiscordInteraction interaction) => new()
    {
        ["acknowledgement"] = interaction.Acknowledgement,
        ["acknowledgedMilliseconds"] = interaction.AcknowledgedIn?.TotalMilliseconds,
        ["original"] = interaction.Original is { } original ? Describe(original) : null,
        ["choices"] = interaction.Choices is { } choices
            ? new JsonArray([.. choices.Select(choice => JsonValue.Create(choice.Name))])
            : null,
        ["followUps"] = new JsonArray([.. interaction.FollowUps.Select(Describe)]),
    };

    private static JsonObject Describe(DiscordMessage message) => new()
    {
        ["id"] = Snowflakes.Text(message.Id),
        ["text"] = message.Text,
        ["ephemeral"] = message.IsEphemeral,
        ["loading"] = message.IsLoading,
        ["embeds"] = message.Embeds.DeepClone(),
        ["components"] = message.Components.DeepClone(),
    };
}
