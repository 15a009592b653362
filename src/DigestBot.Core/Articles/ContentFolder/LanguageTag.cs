namespace DigestBot.Articles.ContentFolder;

/// <summary>What people and pages write for a language.</summary>
internal static class LanguageTag
{
    /// <summary>The ISO 639 code of a tag such as <c>id</c>, <c>en-GB</c> or of the two languages' names; null for anything else.</summary>
    public static string? Primary(string? tag)
    {
        var primary = tag?.Trim().Split('-', '_')[0].ToLowerInvariant() ?? "";
        return primary switch
        {
            "indonesia" or "indonesian" or "bahasa indonesia" or "in" => "id",
            "english" or "inggris" or "bahasa inggris" => "en",
            _ => primary.Length is 2 or 3 && primary.All(char.IsAsciiLetterLower) ? primary : null,
        };
    }
}
