namespace DigestBot.Articles.ContentFolder;

/// <summary>Texts cut to a length at the end of a word.</summary>
internal static class Shortened
{
    /// <summary>The text itself, or its beginning with an ellipsis that says there was more.</summary>
    public static string To(string text, int longest)
    {
        if (text.Length <= longest)
            return text;

        var blank = text.LastIndexOf(' ', longest);
        var end = blank > 0 ? blank : char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end].TrimEnd(',', ';', ':', '.', ' ', '-', '–') + "…";
    }
}
