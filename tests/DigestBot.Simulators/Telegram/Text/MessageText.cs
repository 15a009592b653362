using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram.Text;

/// <summary>The text of a message after its entities have been parsed and its ends trimmed.</summary>
internal sealed record MessageText(string Text, JsonArray Entities)
{
    /// <summary>Counted in UTF-16 units: never more than any reading of the documentation allows.</summary>
    public const int Longest = 4096;

    private const int LongestCaption = 1024;

    public static MessageText Read(TelegramCall call) => Read(call, "text", "entities", Longest) is { Text.Length: > 0 } text
        ? text
        : throw TelegramException.BadRequest("message text is empty");

    /// <summary>What stands under a file, which may be nothing.</summary>
    public static MessageText ReadCaption(TelegramCall call) => Read(call, "caption", "caption_entities", LongestCaption);

    private static MessageText Read(TelegramCall call, string field, string styles, int longest)
    {
        var text = call.Text(field) ?? "";
        IReadOnlyList<TextEntity> entities;
        switch (call.Text("parse_mode"))
        {
            case null or "":
                entities = TextEntity.ReadAll(call.Json(styles));
                break;
            case var mode when mode.Equals("HTML", StringComparison.OrdinalIgnoreCase):
                (text, entities) = HtmlMarkup.Parse(text);
                break;
            case var mode:
                throw TelegramException.BadRequest($"simulator: parse mode {mode} is not simulated");
        }

        if (text.Length > longest)
            throw TelegramException.BadRequest(field == "caption" ? "message caption is too long" : "message is too long");

        EntityRules.Check(text, entities);
        var leading = text.Length - text.TrimStart().Length;
        var trimmed = text.Trim();

        var kept = entities.Select(entity => entity.Within(leading, trimmed.Length)).OfType<TextEntity>().ToList();
        kept.AddRange(FoundEntities.In(trimmed, kept));
        return new MessageText(trimmed, [.. kept.OrderBy(entity => entity.Offset).Select(entity => entity.ToJson())]);
    }
}
