namespace DigestBot.Simulators.Telegram.Text;

/// <summary>
/// What entities must be like. Telegram itself repairs or drops some of what is refused here: a sender that relies on
/// that has a fault.
/// </summary>
internal static class EntityRules
{
    private static readonly string[] Sendable =
        ["bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "custom_emoji"];

    private static readonly string[] Solitary = ["code", "pre"];

    public static void Check(string text, IReadOnlyList<TextEntity> entities)
    {
        foreach (var entity in entities)
            CheckOne(text, entity);

        for (var i = 0; i < entities.Count; i++)
        {
            for (var j = i + 1; j < entities.Count; j++)
                CheckPair(entities[i], entities[j]);
        }
    }

    private static void CheckOne(string text, TextEntity entity)
    {
        if (!Sendable.Contains(entity.Type))
            throw TelegramException.BadRequest($"simulator: an entity of type {entity.Type} can't be sent");
        if (entity.Offset < 0 || entity.Length <= 0 || entity.End > text.Length)
            throw TelegramException.BadRequest($"simulator: entity {entity.Offset}+{entity.Length} lies beyond a text of {text.Length}");
        if (CutsSurrogates(text, entity.Offset) || CutsSurrogates(text, entity.End))
            throw TelegramException.BadRequest($"simulator: entity {entity.Offset}+{entity.Length} cuts a character in two");
        if (entity.Type == "text_link" && (!Uri.TryCreate(entity.Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "tg")))
            throw TelegramException.BadRequest("simulator: a text_link needs an http, https or tg URL");
    }

    private static void CheckPair(TextEntity a, TextEntity b)
    {
        if (a.End <= b.Offset || b.End <= a.Offset)
            return;

        var nested = (a.Offset <= b.Offset && b.End <= a.End) || (b.Offset <= a.Offset && a.End <= b.End);
        if (!nested)
            throw TelegramException.BadRequest($"simulator: entities {a.Offset}+{a.Length} and {b.Offset}+{b.Length} cross");
        if (a.Type == b.Type || Solitary.Contains(a.Type) || Solitary.Contains(b.Type))
            throw TelegramException.BadRequest($"simulator: {a.Type} and {b.Type} can't nest");
    }

    private static bool CutsSurrogates(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);
}
