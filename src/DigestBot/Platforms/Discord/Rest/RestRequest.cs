using DigestBot.Commands;

namespace DigestBot.Platforms.Discord.Rest;

/// <summary>One call of the REST API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Below the base address, without a slash before it.</param>
/// <param name="Route">Which limit counts until a bucket is known: the path without its ids.</param>
/// <param name="Major">The channel, guild or webhook that a bucket is kept for.</param>
internal sealed record RestRequest(HttpMethod Method, string Path, string Route, string Major = "")
{
    /// <summary>JSON; null for a call without one.</summary>
    public byte[]? Body { get; init; }

    /// <summary>What goes along with the JSON; null for nothing.</summary>
    public AnswerFile? File { get; init; }

    /// <summary>Answers to interactions are outside the limit over all calls.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>What the ledger sends, in the rhythm of its lane.</summary>
    public bool IsDelivery { get; init; }

    /// <summary>
    /// How long an answer may take, in real time whatever the bot's clock does. How long a delivery may is its sender's to say,
    /// who has leased it for as long as that.
    /// </summary>
    public TimeSpan Patience { get => IsDelivery ? Timeout.InfiniteTimeSpan : field; init; } = TimeSpan.FromSeconds(30);

    public static RestRequest Gateway() => new(HttpMethod.Get, "gateway/bot", "GET gateway/bot");

    public static RestRequest Application() => new(HttpMethod.Get, "applications/@me", "GET applications/@me");

    /// <summary>The bot itself.</summary>
    public static RestRequest Me() => new(HttpMethod.Get, "users/@me", "GET users/@me");

    public static RestRequest Commands(string application) =>
        new(HttpMethod.Get, $"applications/{Id(application)}/commands?with_localizations=true", "GET applications/commands");

    public static RestRequest ReplaceCommands(string application, byte[] body) =>
        new(HttpMethod.Put, $"applications/{Id(application)}/commands", "PUT applications/commands") { Body = body };

    public static RestRequest CreateMessage(string channel, byte[] body) =>
        new(HttpMethod.Post, $"channels/{Id(channel)}/messages", "POST channels/messages", channel) { Body = body, IsDelivery = true };

    /// <summary>A post in a forum.</summary>
    public static RestRequest CreateThread(string forum, byte[] body) =>
        new(HttpMethod.Post, $"channels/{Id(forum)}/threads", "POST channels/threads", forum) { Body = body, IsDelivery = true };

    public static RestRequest ActiveThreads(string guild) => new(HttpMethod.Get, $"guilds/{Id(guild)}/threads/active", "GET guilds/threads/active", guild);

    public static RestRequest Channel(string channel) => new(HttpMethod.Get, $"channels/{Id(channel)}", "GET channels", channel);

    public static RestRequest Guild(string guild) => new(HttpMethod.Get, $"guilds/{Id(guild)}", "GET guilds", guild);

    public static RestRequest Member(string guild, string user) =>
        new(HttpMethod.Get, $"guilds/{Id(guild)}/members/{Id(user)}", "GET guilds/members", guild);

    /// <summary>Puts a pin, or deletes it; needs the permission to pin messages.</summary>
    public static RestRequest Pin(HttpMethod method, string channel, string message) =>
        new(method, $"channels/{Id(channel)}/messages/pins/{Id(message)}", $"{method} channels/messages/pins", channel);

    /// <summary>The first answer, which has three seconds.</summary>
    public static RestRequest Callback(string interaction, string token, byte[] body) =>
        new(HttpMethod.Post, $"interactions/{Id(interaction)}/{Id(token)}/callback", "POST interactions/callback", interaction)
        {
            Body = body,
            IsInteraction = true,
            Patience = TimeSpan.FromSeconds(2.5),
        };

    public static RestRequest FollowUp(string application, string token, byte[] body) =>
        new(HttpMethod.Post, $"webhooks/{Id(application)}/{Id(token)}", "POST webhooks", token) { Body = body, IsInteraction = true };

    public static RestRequest EditOriginal(string application, string token, byte[] body) => Original(HttpMethod.Patch, application, token) with { Body = body };

    public static RestRequest DeleteOriginal(string application, string token) => Original(HttpMethod.Delete, application, token);

    private static RestRequest Original(HttpMethod method, string application, string token) =>
        new(method, $"webhooks/{Id(application)}/{Id(token)}/messages/@original", $"{method} webhooks/messages", token) { IsInteraction = true };

    private static string Id(string id) => Uri.EscapeDataString(id);
}
