namespace DigestBot.Commands.Grammar;

/// <summary>Divides a schedule, as people write it, into words.</summary>
internal static class ScheduleTokens
{
    public const string To = "-";

    /// <summary>Lower-case words; every way to write "to" is a hyphen of its own, brackets and commas are blanks.</summary>
    public static string[] Divide(string text)
    {
        var plain = text.ToLowerInvariant()
            .Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal)
            .Replace(" in the ", " ", StringComparison.Ordinal).Replace(" at night", " night", StringComparison.Ordinal)
            .Replace("s/d", To, StringComparison.Ordinal).Replace("s.d.", To, StringComparison.Ordinal)
            .Replace("-", " - ", StringComparison.Ordinal).Replace("–", " - ", StringComparison.Ordinal).Replace("—", " - ", StringComparison.Ordinal);
        var words = plain.Split([' ', '\t', '\r', '\n', ',', ';', '&', '+', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return Array.ConvertAll(words, word => word is "sampai" or "hingga" or "sd" or "to" or "until" or "through" ? To : word);
    }
}
