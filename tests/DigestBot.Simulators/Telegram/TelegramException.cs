using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram;

/// <summary>A refusal in the Bot API's own words.</summary>
internal sealed class TelegramException(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code => code;

    public JsonObject? Parameters => parameters;

    public double? RetryAfter => parameters?["retry_after"]?.GetValue<int>();

    public static TelegramException BadRequest(string what) => new(400, $"Bad Request: {what}");

    public static TelegramException TooMany(double seconds)
    {
        var whole = (int)Math.Max(1, Math.Ceiling(seconds));
        return new TelegramException(429, $"Too Many Requests: retry after {whole}", new JsonObject { ["retry_after"] = whole });
    }
}
