using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Simulators.Telegram.Text;

namespace DigestBot.Simulators.Telegram.Methods;

/// <summary>What people type behind the bot's name, and what they are offered.</summary>
internal sealed class InlineMethods
{
    private const int MostResults = 50;
    private const int LongestId = 64;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _open = [];
    private long _last = 9_000_000;

    public string Open()
    {
        lock (_gate)
        {
            var id = (++_last).ToString(CultureInfo.InvariantCulture);
            _open.Add(id);
            return id;
        }
    }

    public JsonNode Answer(TelegramCall call)
    {
        var results = call.Json("results") as JsonArray ?? throw TelegramException.BadRequest("can't parse inline query results");
        if (results.Count > MostResults)
            throw TelegramException.BadRequest("RESULTS_TOO_MUCH");

        var ids = new HashSet<string>();
        foreach (var result in results.OfType<JsonObject>())
            Check(result, ids);

        lock (_gate)
        {
            return _open.Remove(call.Text("inline_query_id") ?? "")
                ? true
                : throw TelegramException.BadRequest("query is too old and response timeout expired or query ID is invalid");
        }
    }

    private static void Check(JsonObject result, HashSet<string> ids)
    {
        var id = result["id"]?.GetValue<string>() ?? "";
        if (Encoding.UTF8.GetByteCount(id) is < 1 or > LongestId || !ids.Add(id))
            throw TelegramException.BadRequest("RESULT_ID_INVALID");
        if (result["type"]?.GetValue<string>() != "article" || string.IsNullOrWhiteSpace(result["title"]?.GetValue<string>()))
            throw TelegramException.BadRequest("article title is empty");

        var content = (JsonObject)result["input_message_content"]!;
        MessageText.Read(new TelegramCall("answerInlineQuery", new JsonObject
        {
            ["text"] = content["message_text"]?.DeepClone(),
            ["entities"] = content["entities"]?.DeepClone(),
        }, IsTyped: true));
    }
}
