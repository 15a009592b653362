namespace DigestBot.Simulators.Discord.Rules;

/// <summary>The languages that names and descriptions can be given in.</summary>
internal static class Locales
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro",
        "fi", "sv-SE", "vi", "tr", "cs", "el", "bg",
        "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    };

    /// <summary>Checks a dictionary of localizations; returns the length of the longest.</summary>
    public static int Check(FieldReader fields, string name, int least, int most, Func<string, bool>? fits = null)
    {
        if (fields.Object(name) is not { } texts)
            return 0;

        var longest = 0;
        foreach (var locale in texts.Names)
        {
            if (!Known.Contains(locale))
                texts.Errors.Add(texts.At(locale), "LOCALE_INVALID", $"{locale} is no locale of Discord");
            var text = texts.Text(locale, most, least, required: true) ?? "";
            if (fits?.Invoke(text) == false)
                texts.Errors.Add(texts.At(locale), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
            longest = Math.Max(longest, text.Length);
        }

        return longest;
    }
}
