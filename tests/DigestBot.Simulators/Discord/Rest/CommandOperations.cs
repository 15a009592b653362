using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord.Rules;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>Registers slash commands; what comes back is not quite what was sent, as with Discord.</summary>
internal sealed class CommandOperations(DiscordWorld world, RegisteredCommands registered)
{
    private const int Most = 100;
    private const int CreatesPerDay = 200;
    private static readonly string[] Defaults = ["required", "autocomplete"];
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, Queue<DateTimeOffset>> _creates = [];

    public DiscordResult Get(DiscordCall call)
    {
        var commands = registered.Of(Scope(call));
        if (!call.Asks("with_localizations"))
            Strip(commands);
        return new DiscordResult(200, commands);
    }

    public DiscordResult Set(DiscordCall call)
    {
        var scope = Scope(call);
        var errors = new FormErrors();
        if (call.Body is not JsonArray sent)
        {
            errors.Add("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            errors.ThrowIfAny();
            return new DiscordResult(400);
        }

        CommandRules.Check(sent, errors);
        errors.ThrowIfAny();
        if (sent.Count > Most)
            throw new DiscordRefusal(400, 30032, $"Maximum number of application commands reached ({Most}).");

        lock (_gate)
        {
            var known = registered.Of(scope).ToDictionary(
                command => command!["name"]!.ToString(), command => command!["id"]!.ToString());
            CountCreates(scope, sent.Count(command => !known.ContainsKey(command!["name"]!.ToString())));
            JsonArray stored = [.. sent.Select(command => Stored((JsonObject)command!, known, scope))];
            registered.Set(scope, stored);
            return new DiscordResult(200, stored.DeepClone());
        }
    }

    private ulong Scope(DiscordCall call)
    {
        if (Snowflakes.TryParse(call.Route.Application) != world.BotId)
            throw new DiscordRefusal(403, 20012, "You are not authorized to perform this action on this application");
        if (call.Route.Guild is null)
            return 0;
        if (Snowflakes.TryParse(call.Route.Guild) is not { } id || world.FindGuild(id) is not { } guild)
            throw DiscordRefusal.UnknownGuild();
        return guild.HasBot ? id : throw DiscordRefusal.MissingAccess();
    }

    private void CountCreates(ulong scope, int count)
    {
        if (!_creates.TryGetValue(scope, out var day))
            _creates[scope] = day = new Queue<DateTimeOffset>();
        while (day.TryPeek(out var oldest) && oldest < world.Now().AddDays(-1))
            day.Dequeue();
        if (day.Count + count > CreatesPerDay)
            throw new DiscordRefusal(
                400, 30034, $"Max number of daily application command creates has been reached ({CreatesPerDay})");
        for (var i = 0; i < count; i++)
            day.Enqueue(world.Now());
    }

    private JsonObject Stored(JsonObject sent, Dictionary<string, string> known, ulong scope)
    {
        var command = (JsonObject)sent.DeepClone();
        DropDefaults(command["options"] as JsonArray);
        command["id"] = known.GetValueOrDefault(command["name"]!.ToString()) ?? Snowflakes.Text(world.NextId());
        (command["application_id"], command["version"]) = (Snowflakes.Text(world.BotId), Snowflakes.Text(world.NextId()));
        if (scope != 0)
            command["guild_id"] = Snowflakes.Text(scope);
        foreach (var (name, value) in (ReadOnlySpan<(string, JsonNode?)>)
            [("type", 1), ("default_member_permissions", null), ("dm_permission", true), ("nsfw", false), ("contexts", null),
             ("integration_types", new JsonArray(0)),
             ("name_localizations", null), ("description_localizations", null)])
        {
            if (!command.ContainsKey(name))
                command[name] = value;
        }

        return command;
    }

    private static void DropDefaults(JsonArray? options)
    {
        foreach (var option in (options ?? []).OfType<JsonObject>())
        {
            foreach (var name in Defaults.Where(name => option[name]?.ToString() == "false"))
                option.Remove(name);
            DropDefaults(option["options"] as JsonArray);
        }
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Strip(item);
        }
        else if (node is JsonObject fields)
        {
            fields.Remove("name_localizations");
            fields.Remove("description_localizations");
            Strip(fields["options"]);
            Strip(fields["choices"]);
        }
    }
}
