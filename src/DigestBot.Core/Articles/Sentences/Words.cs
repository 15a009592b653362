namespace DigestBot.Articles.Sentences;

/// <summary>Words at the edges of a span.</summary>
internal static class Words
{
    /// <summary>The letters and digits that the span begins with.</summary>
    public static ReadOnlySpan<char> Leading(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetterOrDigit(text[length]))
            length++;
        return text[..length];
    }

    /// <summary>Names that begin in lower case: iPhone, eBay, e-KTP.</summary>
    public static bool BeginAsName(ReadOnlySpan<char> text) =>
        text.Length > 1 && char.IsLower(text[0]) && (char.IsUpper(text[1]) || text is [_, '-', var second, ..] && char.IsUpper(second));

    /// <summary>What the span ends with after its last blank or opening mark, at most <paramref name="longest"/> characters of it.</summary>
    public static ReadOnlySpan<char> Trailing(ReadOnlySpan<char> text, int longest)
    {
        var from = text.Length;
        while (from > 0 && text.Length - from < longest && text[from - 1] != ' ' && !"([{\"“‘'/".Contains(text[from - 1], StringComparison.Ordinal))
            from--;
        return text[from..];
    }
}
