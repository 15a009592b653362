using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord.World;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Simulators.Discord;

/// <summary>
/// The doors through which a test in another process moves the world, all under <c>/control/</c>: <c>users</c>, <c>guilds</c>,
/// <c>channels</c>, <c>threads</c>, <c>direct</c>, <c>permit</c>, <c>command</c>, <c>type</c>, <c>press</c>, <c>select</c>,
/// <c>bot</c>, <c>delete</c>, <c>gateway</c>, <c>faults</c>, <c>clock</c> (POST a JSON object), and <c>ledger?after=N</c>,
/// <c>state</c>, <c>messages?channel=ID</c>, <c>answer?interaction=ID</c> (GET).
/// </summary>
internal static class DiscordControl
{
    public static async Task HandleAsync(DiscordSimulator simulator, HttpContext http, string door)
    {
        if (HttpMethods.IsGet(http.Request.Method) && door == "ledger")
        {
            var after = long.TryParse(http.Request.Query["after"], out var number) ? number : 0;
            IReadOnlyList<LedgerEntry> entries = [.. simulator.Ledger.Entries.Where(entry => entry.Sequence > after)];
            http.Response.ContentType = "application/json";
            await JsonSerializer.SerializeAsync(
                http.Response.Body, entries, SimulatorJson.Default.IReadOnlyListLedgerEntry, http.RequestAborted);
        }
        else if (HttpMethods.IsGet(http.Request.Method))
        {
            await http.Response.WriteAsJsonAsync(DiscordViews.Show(simulator, door, http.Request.Query));
        }
        else if (door == "faults")
        {
            var faults = await FaultScript.ReadAsync(http.Request.Body, http.RequestAborted);
            simulator.Faults.Clear();
            foreach (var fault in faults)
                simulator.Faults.Add(fault);
            await http.Response.WriteAsJsonAsync(new JsonObject { ["faults"] = faults.Count });
        }
        else
        {
            var order = (JsonObject)(await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!;
            await http.Response.WriteAsJsonAsync(new Order(simulator, order).Do(door));
        }
    }

    private sealed class Order(DiscordSimulator simulator, JsonObject order)
    {
        private DiscordPeople People => simulator.People;

        public JsonObject Do(string door)
        {
            try
            {
                return door switch
                {
                    "users" => Id("user", simulator.World.AddUser(Text("name") ?? "Reader", Text("locale") ?? "id").Id),
                    "guilds" => AddGuild(),
                    "channels" =>
                        Id("channel", simulator.World.AddChannel(Guild(), Text("name") ?? "news", Kind()).Id),
                    "threads" => Id("channel", simulator.World.AddThread(Channel(), Text("name") ?? "thread").Id),
                    "direct" => Id("channel", simulator.World.OpenDirectMessages(User()).Id),
                    "permit" => Permit(),
                    "command" => Began(People.Command(User(), Channel(), Text("command")!, Options())),
                    "type" =>
                        Began(People.Type(User(), Channel(), Text("command")!, Text("option")!, Text("typed") ?? "", Options())),
                    "press" => Began(People.Press(User(), Message(), Text("label")!)),
                    "select" => Began(People.Select(User(), Message(), Text("label")!)),
                    "bot" => SetBot(),
                    "delete" => Delete(),
                    "gateway" => MoveGateway(),
                    "clock" => SetClock(),
                    _ => new JsonObject { ["error"] = $"no such door: {door}" },
                };
            }
            catch (InvalidOperationException e)
            {
                return new JsonObject { ["error"] = e.Message };
            }
        }

        private JsonObject AddGuild()
        {
            var guild = simulator.World.AddGuild(Text("name") ?? "Guild", User(), Text("locale") ?? "id");
            People.Invite(guild);
            return Id("guild", guild.Id);
        }

        private JsonObject Permit()
        {
            Guild().Permit(User(), Enum.Parse<DiscordPermissions>(Text("permissions")!));
            return [];
        }

        private JsonObject SetBot()
        {
            Action<DiscordGuild> act = Text("status") switch
            {
                "removed" => guild => People.Remove(guild),
                "lost" => People.Lose,
                _ => People.Invite,
            };
            act(Guild());
            return [];
        }

        private JsonObject Delete()
        {
            People.Delete(Channel());
            return [];
        }

        private JsonObject MoveGateway()
        {
            var gateway = simulator.Gateway;
            Action act = Text("do") switch
            {
                "close" => () => gateway.Close(order["code"]!.GetValue<int>()),
                "cut" => gateway.Cut,
                "reconnect" => gateway.Reconnect,
                "reconnect before hello" => () => gateway.ReconnectBeforeHello(),
                "invalidate" => () => gateway.Invalidate(order["resumable"]!.GetValue<bool>()),
                "heartbeat" => gateway.AskForHeartbeat,
                "deafen" => () => gateway.AcksHeartbeats = false,
                "hear" => () => gateway.AcksHeartbeats = true,
                _ => throw new InvalidOperationException("no such act of the gateway"),
            };
            act();
            return [];
        }

        private JsonObject SetClock()
        {
            var shift = order["now"]!.GetValue<DateTimeOffset>() - TimeProvider.System.GetUtcNow();
            simulator.World.Now = () => TimeProvider.System.GetUtcNow() + shift;
            return new JsonObject { ["now"] = simulator.World.Now() };
        }

        private string? Text(string name) => order[name]?.ToString();

        private ulong Number(string name) =>
            Snowflakes.TryParse(Text(name)) ?? throw new InvalidOperationException($"{name} is no id");

        private ChannelKind Kind() => Enum.Parse<ChannelKind>(Text("kind") ?? "Text");

        private DiscordUser User() =>
            simulator.World.FindUser(Number("user")) ?? throw new InvalidOperationException("no such user");

        private DiscordGuild Guild() =>
            simulator.World.FindGuild(Number("guild")) ?? throw new InvalidOperationException("no such guild");

        private DiscordChannel Channel() =>
            simulator.World.FindChannel(Number("channel")) ?? throw new InvalidOperationException("no such channel");

        private DiscordMessage Message()
        {
            if (order["interaction"] is not null && simulator.Interactions.WithId(Number("interaction"))?.Original is { } answer)
                return answer;
            return Channel().Find(Number("message")) ?? throw new InvalidOperationException("no such message");
        }

        private (string, object)[] Options() =>
            [.. (order["options"] as JsonObject ?? []).Select(option => (option.Key, (object)option.Value!.ToString()))];

        private static JsonObject Began(DiscordInteraction interaction) => Id("interaction", interaction.Id);

        private static JsonObject Id(string name, ulong id) => new() { [name] = Snowflakes.Text(id) };
    }
}
