namespace DigestBot.Commands.Grammar;

/// <summary>Reads a word for on or off.</summary>
internal static class OnOffText
{
    /// <summary>True for on, false for off, null for anything else.</summary>
    public static bool? TryParse(string text) => text.Trim().ToLowerInvariant() switch
    {
        "on" or "yes" or "hidup" or "hidupkan" or "nyala" or "nyalakan" or "aktif" or "ya" => true,
        "off" or "no" or "none" or "mati" or "matikan" or "nonaktif" or "tidak" => false,
        _ => null,
    };
}
