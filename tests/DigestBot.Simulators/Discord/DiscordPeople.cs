using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord.Gateway;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Simulators.Discord;

/// <summary>
/// What people do: each act becomes the event that Discord would send. Where a client would not let them, it throws
/// <see cref="InvalidOperationException"/>.
/// </summary>
public sealed class DiscordPeople
{
    private readonly DiscordWorld _world;
    private readonly DiscordGateway _gateway;
    private readonly RegisteredCommands _commands;
    private readonly DiscordInteractions _interactions;
    private readonly InteractionPayload _payload;
    private readonly DiscordFiles _files;

    internal DiscordPeople(
        DiscordWorld world, DiscordGateway gateway, RegisteredCommands commands, DiscordInteractions interactions,
        MessageMaker maker, DiscordFiles files)
    {
        (_world, _gateway, _commands, _interactions, _files) = (world, gateway, commands, interactions, files);
        _payload = new InteractionPayload(world, maker);
    }

    /// <summary>Somebody runs a slash command; sub-commands follow the name after a space, a <see cref="DiscordFile"/> fills an option for files.</summary>
    public DiscordInteraction Command(
        DiscordUser user, DiscordChannel channel, string command, params (string Name, object Value)[] options)
    {
        var registered = Registered(command, user, channel, out var path);
        var attachments = new JsonObject();
        var filled = CommandOptions.Fill(registered, path, [.. options.Select(option => option.Value is DiscordFile file ? (option.Name, (object)Attach(file, attachments)) : option)]);
        var data = Data(registered, filled);
        if (attachments.Count > 0)
            data["resolved"] = new JsonObject { ["attachments"] = attachments };
        return Begin(InteractionKind.Command, user, channel, data);
    }

    /// <summary>A command of which the client knows no rule: what a changed client, or an old menu, can send.</summary>
    public DiscordInteraction CommandRaw(DiscordUser user, DiscordChannel channel, string name, JsonArray? options = null) =>
        Begin(
            InteractionKind.Command, user, channel,
            Data(new JsonObject { ["id"] = Snowflakes.Text(_world.NextId()), ["name"] = name }, options ?? []));

    /// <summary>Somebody types in an option that completes, with others filled in before it.</summary>
    public DiscordInteraction Type(
        DiscordUser user, DiscordChannel channel, string command, string option, string typed,
        params (string Name, object Value)[] others)
    {
        var registered = Registered(command, user, channel, out var path);
        return Begin(
            InteractionKind.Autocomplete, user, channel,
            Data(registered, CommandOptions.Fill(registered, path, [.. others, (option, typed)], option)));
    }

    /// <summary>Somebody presses the button with this label.</summary>
    public DiscordInteraction Press(DiscordUser user, DiscordMessage message, string label)
    {
        var button = message.Parts().FirstOrDefault(part => part["label"]?.ToString() == label)
            ?? throw new InvalidOperationException($"no button {label}; there are {string.Join(", ", message.Buttons)}");
        if (button["custom_id"] is not { } id || button["disabled"]?.GetValue<bool>() == true)
            throw new InvalidOperationException($"the button {label} only opens a link, or is off");
        return PressRaw(user, message, id.ToString());
    }

    /// <summary>A press with whatever id: what a changed client can send.</summary>
    public DiscordInteraction PressRaw(DiscordUser user, DiscordMessage message, string customId) =>
        Begin(
            InteractionKind.Component, user, message.Channel,
            new JsonObject { ["custom_id"] = customId, ["component_type"] = 2, ["id"] = 2 }, message);

    /// <summary>Somebody chooses entries of a select menu by their labels.</summary>
    public DiscordInteraction Select(DiscordUser user, DiscordMessage message, params string[] labels)
    {
        var menu = message.Parts().FirstOrDefault(part => labels.All(label => Values(part).ContainsKey(label)))
            ?? throw new InvalidOperationException(
                $"no menu offers {string.Join(", ", labels)}; offered are {string.Join(", ", message.Choices)}");
        var values = Values(menu);
        return SelectRaw(user, message, menu["custom_id"]!.ToString(), [.. labels.Select(label => values[label])]);
    }

    public DiscordInteraction SelectRaw(DiscordUser user, DiscordMessage message, string customId, params string[] values)
    {
        var chosen = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        var data = new JsonObject { ["custom_id"] = customId, ["component_type"] = 3, ["id"] = 2, ["values"] = chosen };
        return Begin(InteractionKind.Component, user, message.Channel, data, message);
    }

    /// <summary>Somebody puts a sign on a message.</summary>
    public void React(DiscordUser user, DiscordMessage message, string emoji) => Reacted("MESSAGE_REACTION_ADD", user, message, emoji);

    /// <summary>Somebody takes a sign of theirs away.</summary>
    public void TakeBack(DiscordUser user, DiscordMessage message, string emoji) => Reacted("MESSAGE_REACTION_REMOVE", user, message, emoji);

    /// <summary>Somebody adds the bot to a guild.</summary>
    public void Invite(DiscordGuild guild)
    {
        guild.HasBot = true;
        guild.IsUnavailable = false;
        _gateway.Tell("GUILD_CREATE", guild.DescribeWhole(), guild.Id);
    }

    /// <summary>Somebody removes the bot from a guild.</summary>
    public void Remove(DiscordGuild guild, bool announce = true)
    {
        guild.HasBot = false;
        if (announce)
            _gateway.Tell("GUILD_DELETE", new JsonObject { ["id"] = Snowflakes.Text(guild.Id) }, guild.Id);
    }

    /// <summary>Discord cannot reach a guild for a while; the bot is still in it.</summary>
    public void Lose(DiscordGuild guild)
    {
        guild.IsUnavailable = true;
        _gateway.Tell("GUILD_DELETE", new JsonObject { ["id"] = Snowflakes.Text(guild.Id), ["unavailable"] = true }, guild.Id);
    }

    /// <summary>Somebody deletes a channel, or a category, whose channels stay and only lose their parent.</summary>
    public void Delete(DiscordChannel channel, bool announce = true)
    {
        channel.IsDeleted = true;
        foreach (var child in channel.Guild?.Channels.Where(child => child.Category == channel) ?? [])
        {
            child.Category = null;
            _gateway.Tell("CHANNEL_UPDATE", child.Describe(), channel.Guild?.Id);
        }

        if (announce)
            _gateway.Tell(channel.IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", channel.Describe(), channel.Guild?.Id);
    }

    /// <summary>Somebody archives and locks a thread.</summary>
    public void Archive(DiscordChannel thread)
    {
        thread.IsArchived = true;
        _gateway.Tell("THREAD_UPDATE", thread.Describe(), thread.Guild?.Id);
    }

    private void Reacted(string name, DiscordUser user, DiscordMessage message, string emoji)
    {
        var guild = message.Channel.Guild;
        var reaction = new JsonObject
        {
            ["user_id"] = Snowflakes.Text(user.Id),
            ["channel_id"] = Snowflakes.Text(message.Channel.Id),
            ["message_id"] = Snowflakes.Text(message.Id),
            ["emoji"] = new JsonObject { ["id"] = null, ["name"] = emoji },
            ["burst"] = false,
            ["type"] = 0,
        };
        if (guild is not null)
            reaction["guild_id"] = Snowflakes.Text(guild.Id);
        if (name == "MESSAGE_REACTION_ADD")
            reaction["message_author_id"] = Snowflakes.Text(_world.BotId);
        if (name == "MESSAGE_REACTION_ADD" && guild is not null)
            reaction["member"] = new JsonObject { ["user"] = user.Describe() };
        _gateway.Tell(name, reaction, guild?.Id);
    }

    private DiscordInteraction Begin(
        InteractionKind kind, DiscordUser user, DiscordChannel channel, JsonObject data, DiscordMessage? source = null)
    {
        var interaction = _interactions.Begin(kind, user, channel, source);
        _gateway.Tell("INTERACTION_CREATE", _payload.Describe(interaction, data), channel.Guild?.Id);
        return interaction;
    }

    private JsonObject Registered(string command, DiscordUser user, DiscordChannel channel, out string[] path)
    {
        var words = command.TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        path = words[1..];
        var registered = _commands.Find(words[0], channel.Guild)
            ?? throw new InvalidOperationException(
                $"the bot registered no command {words[0]}, only {string.Join(", ", _commands.Names)}");
        if (registered["contexts"] is JsonArray contexts &&
            !contexts.Any(context => context!.GetValue<int>() == (channel.Guild is null ? 1 : 0)))
            throw new InvalidOperationException($"{words[0]} is not offered here");
        if (channel.Guild is { } guild && registered["default_member_permissions"] is { } needed &&
            !Permits(guild.PermissionsOf(user), ulong.Parse(needed.ToString(), null)))
            throw new InvalidOperationException($"{user.Name} does not see {words[0]}: it needs the permissions {needed}");
        return registered;
    }

    private string Attach(DiscordFile file, JsonObject attachments)
    {
        var (id, described) = _files.Add(file);
        attachments[id] = described;
        return id;
    }

    private static bool Permits(DiscordPermissions has, ulong needed) =>
        has.HasFlag(DiscordPermissions.Administrator) || (needed != 0 && ((ulong)has & needed) == needed);

    private static JsonObject Data(JsonObject registered, JsonArray options)
    {
        var (id, name) = (registered["id"]!.ToString(), registered["name"]!.ToString());
        var data = new JsonObject { ["id"] = id, ["name"] = name, ["type"] = 1 };
        if (options.Count > 0)
            data["options"] = options;
        return data;
    }

    private static Dictionary<string, string> Values(JsonObject menu) =>
        (menu["options"] as JsonArray ?? [])
            .DistinctBy(option => option!["label"]!.ToString())
            .ToDictionary(option => option!["label"]!.ToString(), option => option!["value"]!.ToString());
}
