using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram;

/// <summary>Checks the buttons under a message.</summary>
internal static class InlineKeyboard
{
    private static readonly string[] Actions = ["callback_data", "url", "switch_inline_query", "switch_inline_query_current_chat", "web_app", "copy_text"];

    public static JsonObject? Read(TelegramCall call)
    {
        if (call.Json("reply_markup") is not { } json)
            return null;
        if (json is not JsonObject markup)
            throw TelegramException.BadRequest("object expected as reply markup");
        if (markup["inline_keyboard"] is not JsonArray rows)
            throw TelegramException.BadRequest("simulator: only inline keyboards are simulated");

        var buttons = 0;
        foreach (var row in rows)
        {
            foreach (var button in row as JsonArray ?? throw TelegramException.BadRequest("can't parse inline keyboard button: expected an Array"))
            {
                Check(button as JsonObject ?? throw TelegramException.BadRequest("can't parse inline keyboard button: expected an Object"));
                buttons++;
            }
        }

        return buttons <= 100 ? markup : throw TelegramException.BadRequest("reply markup is too long");
    }

    private static void Check(JsonObject button)
    {
        if (string.IsNullOrWhiteSpace(button["text"]?.GetValue<string>()))
            throw TelegramException.BadRequest("can't parse inline keyboard button: field \"text\" must be non-empty");
        if (!Actions.Any(button.ContainsKey))
            throw TelegramException.BadRequest("can't parse inline keyboard button: text buttons are unallowed in the inline keyboard");
        if (button["callback_data"]?.GetValue<string>() is { } data && Encoding.UTF8.GetByteCount(data) is < 1 or > 64)
            throw TelegramException.BadRequest("BUTTON_DATA_INVALID");
        if (button["url"]?.GetValue<string>() is { } url && !Uri.TryCreate(url, UriKind.Absolute, out _))
            throw TelegramException.BadRequest("BUTTON_URL_INVALID");
    }
}
