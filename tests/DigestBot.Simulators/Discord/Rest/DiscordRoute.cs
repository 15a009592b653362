using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>What an address asks for, named as the ledger and the fault script name it.</summary>
internal sealed record DiscordRoute(string Operation)
{
    public string? Application { get; init; }

    public string? Channel { get; init; }

    public string? Guild { get; init; }

    public string? User { get; init; }

    public string? Interaction { get; init; }

    /// <summary>An interaction's token.</summary>
    public string? Token { get; init; }

    public string? Message { get; init; }

    /// <summary>Interactions carry their own token and stand outside the global limit.</summary>
    public bool IsInteractions => Token is not null;

    public bool IsOpen => IsInteractions || Operation == "getGateway";

    /// <summary>What a rate limit is counted by, beside the operation.</summary>
    public string Major => Channel ?? Guild ?? Token ?? "";

    public static DiscordRoute? Find(string verb, string[] segments) => (verb, segments) switch
    {
        ("GET", ["gateway"]) => new("getGateway"),
        ("GET", ["gateway", "bot"]) => new("getGatewayBot"),
        ("GET", ["applications", "@me"] or ["oauth2", "applications", "@me"]) => new("getApplication"),
        ("GET", ["users", "@me"]) => new("getMe"),
        ("GET", ["applications", var app, "commands"]) => new("getCommands") { Application = app },
        ("PUT", ["applications", var app, "commands"]) => new("setCommands") { Application = app },
        ("GET", ["applications", var app, "guilds", var guild, "commands"]) =>
            new("getCommands") { Application = app, Guild = guild },
        ("PUT", ["applications", var app, "guilds", var guild, "commands"]) =>
            new("setCommands") { Application = app, Guild = guild },
        ("POST", ["interactions", var id, var token, "callback"]) => new("respond") { Interaction = id, Token = token },
        ("POST", ["webhooks", var app, var token]) => new("followUp") { Application = app, Token = token },
        ("GET", ["webhooks", var app, var token, "messages", var message]) =>
            new("getResponse") { Application = app, Token = token, Message = message },
        ("PATCH", ["webhooks", var app, var token, "messages", var message]) =>
            new("editResponse") { Application = app, Token = token, Message = message },
        ("DELETE", ["webhooks", var app, var token, "messages", var message]) =>
            new("deleteResponse") { Application = app, Token = token, Message = message },
        ("POST", ["channels", var channel, "messages"]) => new("createMessage") { Channel = channel },
        ("GET", ["channels", var channel, "messages", var message]) => new("getMessage") { Channel = channel, Message = message },
        ("PATCH", ["channels", var channel, "messages", var message]) =>
            new("editMessage") { Channel = channel, Message = message },
        ("DELETE", ["channels", var channel, "messages", var message]) =>
            new("deleteMessage") { Channel = channel, Message = message },
        ("PUT", ["channels", var channel, "messages", "pins", var message]) =>
            new("pinMessage") { Channel = channel, Message = message },
        ("DELETE", ["channels", var channel, "messages", "pins", var message]) =>
            new("unpinMessage") { Channel = channel, Message = message },
        ("POST", ["channels", var channel, "threads"]) => new("createThread") { Channel = channel },
        ("GET", ["guilds", var guild, "threads", "active"]) => new("activeThreads") { Guild = guild },
        ("GET", ["channels", var channel]) => new("getChannel") { Channel = channel },
        ("POST", ["users", "@me", "channels"]) => new("openDirectMessages"),
        ("GET", ["guilds", var guild, "members", var user]) => new("getMember") { Guild = guild, User = user },
        ("GET", ["guilds", var guild]) => new("getGuild") { Guild = guild },
        _ => null,
    };
}

/// <summary>One request: where it goes and what it says.</summary>
internal sealed record DiscordCall(DiscordRoute Route, JsonNode? Body, IReadOnlyDictionary<string, string> Query)
{
    /// <summary>What came along with the body.</summary>
    public IReadOnlyList<DiscordFile> Files { get; init; } = [];

    public JsonObject Fields => Body as JsonObject ?? [];

    public bool Asks(string name) => Query.TryGetValue(name, out var value) && value is "true" or "True" or "1";
}

/// <summary>What was answered where nothing was refused.</summary>
internal sealed record DiscordResult(int Status, JsonNode? Body = null)
{
    public Verdict Verdict { get; init; } = Verdict.Accepted;

    /// <summary>The channel that it concerned, where the address does not name it.</summary>
    public ulong? Channel { get; init; }
}
