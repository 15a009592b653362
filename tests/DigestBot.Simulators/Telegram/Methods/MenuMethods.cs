using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DigestBot.Simulators.Telegram.Methods;

/// <summary>The command menu, one for each language.</summary>
internal sealed partial class MenuMethods
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, JsonArray> _menus = [];

    public JsonArray? For(string language)
    {
        lock (_gate)
            return _menus.GetValueOrDefault(language);
    }

    public JsonNode Set(TelegramCall call)
    {
        var commands = call.Json("commands") as JsonArray ?? throw TelegramException.BadRequest("parameter \"commands\" is required");
        if (commands.Count > 100)
            throw TelegramException.BadRequest("BOT_COMMANDS_TOO_MUCH");
        foreach (var command in commands)
        {
            if (!Name().IsMatch(command!["command"]?.GetValue<string>() ?? ""))
                throw TelegramException.BadRequest("BOT_COMMAND_INVALID");
            if (command["description"]?.GetValue<string>().Length is not (>= 1 and <= 256))
                throw TelegramException.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }

        lock (_gate)
            _menus[Language(call)] = (JsonArray)commands.DeepClone();
        return true;
    }

    public JsonNode Get(TelegramCall call)
    {
        lock (_gate)
            return _menus.GetValueOrDefault(Language(call))?.DeepClone() ?? new JsonArray();
    }

    public JsonNode Delete(TelegramCall call)
    {
        lock (_gate)
            _menus.Remove(Language(call));
        return true;
    }

    private static string Language(TelegramCall call)
    {
        var code = call.Text("language_code") ?? "";
        return code.Length is 0 or 2 ? code : throw TelegramException.BadRequest("invalid language code specified");
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex Name();
}
