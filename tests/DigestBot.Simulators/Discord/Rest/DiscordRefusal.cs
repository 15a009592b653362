using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>A refusal in the API's own form.</summary>
internal sealed class DiscordRefusal(int status, int code, string message) : Exception(message)
{
    public int Status => status;

    public int Code => code;

    /// <summary>Which fields are wrong, for code 50035.</summary>
    public JsonObject? Errors { get; init; }

    /// <summary>For 429: seconds.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>For 429: user, shared or global.</summary>
    public string? Scope { get; init; }

    /// <summary>More than the message says, for the ledger.</summary>
    public string? Details { get; init; }

    public static DiscordRefusal Unauthorized() => new(401, 0, "401: Unauthorized");

    public static DiscordRefusal NotFound() => new(404, 0, "404: Not Found");

    public static DiscordRefusal UnknownChannel() => new(404, 10003, "Unknown Channel");

    public static DiscordRefusal UnknownGuild() => new(404, 10004, "Unknown Guild");

    public static DiscordRefusal UnknownMember() => new(404, 10007, "Unknown Member");

    public static DiscordRefusal UnknownMessage() => new(404, 10008, "Unknown Message");

    public static DiscordRefusal UnknownUser() => new(404, 10013, "Unknown User");

    public static DiscordRefusal UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    public static DiscordRefusal UnknownInteraction() => new(404, 10062, "Unknown interaction");

    public static DiscordRefusal TagRequired() => new(400, 40067, "A tag is required to create a forum post in this channel");

    public static DiscordRefusal AlreadyAcknowledged() => new(400, 40060, "Interaction has already been acknowledged.");

    public static DiscordRefusal MissingAccess() => new(403, 50001, "Missing Access");

    public static DiscordRefusal Empty() => new(400, 50006, "Cannot send an empty message");

    public static DiscordRefusal NoDirectMessages() => new(403, 50007, "Cannot send messages to this user");

    public static DiscordRefusal NotText() => new(400, 50008, "Cannot send messages in a non-text channel");

    public static DiscordRefusal MissingPermissions() => new(403, 50013, "Missing Permissions");

    public static DiscordRefusal InvalidToken() => new(401, 50027, "Invalid Webhook Token");

    public static DiscordRefusal Archived() => new(400, 50083, "Thread is archived");

    public static DiscordRefusal TooMany(double seconds, string scope) =>
        new(429, 0, "You are being rate limited.") { RetryAfter = Math.Max(0.001, seconds), Scope = scope };
}
