using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DigestBot.Simulators.Telegram.Methods;

/// <summary>Where updates are pushed to, if anywhere.</summary>
internal sealed partial class WebhookMethods(TelegramUpdates updates)
{
    public JsonNode Set(TelegramCall call)
    {
        var url = call.Text("url") ?? throw TelegramException.BadRequest("parameter \"url\" is required");
        var secret = call.Text("secret_token");
        if (secret is not null && !Secret().IsMatch(secret))
            throw TelegramException.BadRequest("secret token contains unallowed characters");

        updates.PushTo(url.Length == 0 ? null : new Webhook(url, secret), call);
        return true;
    }

    public JsonNode Delete(TelegramCall call)
    {
        updates.PushTo(null, call);
        return true;
    }

    public JsonNode Info() => new JsonObject
    {
        ["url"] = updates.Webhook?.Url ?? "",
        ["has_custom_certificate"] = false,
        ["pending_update_count"] = updates.Waiting,
    };

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex Secret();
}
