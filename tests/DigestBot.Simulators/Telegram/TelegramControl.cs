using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Simulators.Telegram;

/// <summary>
/// The doors through which a test in another process moves the world, all under <c>/control/</c>: <c>users</c>,
/// <c>chats</c>, <c>topics</c>, <c>say</c>, <c>press</c>, <c>bot</c>, <c>upgrade</c>, <c>faults</c>, <c>clock</c> (POST a JSON object), and
/// <c>ledger?after=N</c>, <c>state</c> (GET).
/// </summary>
internal static class TelegramControl
{
    public static async Task HandleAsync(TelegramSimulator simulator, HttpContext http, string door)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await (door == "ledger" ? LedgerAsync(simulator, http) : http.Response.WriteAsJsonAsync(State(simulator)));
            return;
        }

        if (door == "faults")
        {
            var faults = await FaultScript.ReadAsync(http.Request.Body, http.RequestAborted);
            simulator.Faults.Clear();
            foreach (var fault in faults)
                simulator.Faults.Add(fault);
            await http.Response.WriteAsJsonAsync(new JsonObject { ["faults"] = faults.Count });
            return;
        }

        var order = (JsonObject)(await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!;
        await http.Response.WriteAsJsonAsync(Do(simulator, door, order));
    }

    private static JsonObject Do(TelegramSimulator simulator, string door, JsonObject order)
    {
        var (world, people) = (simulator.World, simulator.People);
        switch (door)
        {
            case "users":
                var user = world.AddUser(Text(order, "name") ?? "Reader", Text(order, "language") ?? "id");
                return new JsonObject { ["user"] = user.Id, ["chat"] = world.AddPrivateChat(user).Id };
            case "chats":
                var isForum = order["forum"]?.GetValue<bool>() ?? false;
                var chat = world.AddGroup(Text(order, "title") ?? "Group", User(world, order), Text(order, "type") ?? "supergroup", isForum);
                return new JsonObject { ["chat"] = chat.Id };
            case "topics":
                return new JsonObject { ["added"] = Chat(world, order).Topics.Add(order["topic"]!.GetValue<int>()) };
            case "say":
                var said = Update(people.Say(Chat(world, order), User(world, order), Text(order, "text")!, order["topic"]?.GetValue<int>()));
                said["seconds"] = simulator.Server.Seconds;
                return said;
            case "press":
                var message = order["message"]!.GetValue<int>();
                return Update(Text(order, "data") is { } data
                    ? people.PressRaw(Chat(world, order), User(world, order), message, data)
                    : people.Press(Chat(world, order), User(world, order), message, Text(order, "label")!));
            case "bot":
                return Update(people.SetBot(Chat(world, order), User(world, order), Text(order, "status")!));
            case "upgrade":
                return new JsonObject { ["chat"] = people.Upgrade(Chat(world, order), User(world, order), order["announce"]?.GetValue<bool>() ?? true).Id };
            case "clock":
                var shift = order["now"]!.GetValue<DateTimeOffset>() - TimeProvider.System.GetUtcNow();
                world.Now = () => TimeProvider.System.GetUtcNow() + shift;
                return new JsonObject { ["now"] = world.Now() };
            default:
                return new JsonObject { ["error"] = $"no such door: {door}" };
        }
    }

    private static async Task LedgerAsync(TelegramSimulator simulator, HttpContext http)
    {
        var after = long.TryParse(http.Request.Query["after"], out var number) ? number : 0;
        IReadOnlyList<LedgerEntry> entries = [.. simulator.Ledger.Entries.Where(entry => entry.Sequence > after)];
        http.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(http.Response.Body, entries, SimulatorJson.Default.IReadOnlyListLedgerEntry, http.RequestAborted);
    }

    private static JsonObject State(TelegramSimulator simulator) => new()
    {
        ["ledger"] = simulator.Ledger.Count,
        ["updates"] = simulator.Updates.Waiting,
        ["polls"] = simulator.Updates.Polls,
        ["contract"] = simulator.ChecksContract,
    };

    private static JsonObject Update(long? id) => new() { ["update"] = id };

    private static string? Text(JsonObject order, string name) => order[name]?.GetValue<string>();

    private static SimulatedUser User(TelegramWorld world, JsonObject order) =>
        world.FindUser(order["user"]!.GetValue<long>()) ?? throw new InvalidOperationException("no such user");

    private static SimulatedChat Chat(TelegramWorld world, JsonObject order) =>
        world.FindChat(order["chat"]!.GetValue<long>()) ?? throw new InvalidOperationException("no such chat");
}
