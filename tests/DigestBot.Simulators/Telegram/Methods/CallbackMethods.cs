using System.Globalization;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram.Methods;

/// <summary>Presses of buttons that wait for an answer.</summary>
internal sealed class CallbackMethods
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _open = [];
    private long _last = 7_000_000;

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
        if (call.Text("text") is { Length: > 200 })
            throw TelegramException.BadRequest("MESSAGE_TOO_LONG");

        lock (_gate)
        {
            return _open.Remove(call.Text("callback_query_id") ?? "")
                ? true
                : throw TelegramException.BadRequest("query is too old and response timeout expired or query ID is invalid");
        }
    }
}
