namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Lines that stand in a list.</summary>
internal static class ListItems
{
    /// <summary>A bullet, a number or letter with a bracket, or a lower-case letter with a full stop, and then text.</summary>
    public static bool IsItem(string line) => line is ['-' or '*' or '•' or '–' or '—' or '·' or '▪' or '◦' or '‣' or '+' or '→' or '✓' or '■' or '●', ' ', ..] ||
        BracketedLength(line) > 0 || line is [>= 'a' and <= 'z', '.', ' ', ..];

    /// <summary>A number with a full stop, as in lists and in numbered headings alike.</summary>
    public static bool IsNumbered(string line)
    {
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;
        return digits is 1 or 2 && line.AsSpan(digits) is ['.', ' ', ..];
    }

    private static int BracketedLength(string line)
    {
        var start = line.Length > 0 && line[0] == '(' ? 1 : 0;
        var close = line.IndexOf(')', StringComparison.Ordinal);
        return close > start && close - start <= 3 && close + 1 < line.Length && line[close + 1] == ' ' &&
            line.AsSpan(start, close - start).IndexOfAnyExcept(AlphaNumeric) < 0 ? close : 0;
    }

    private static readonly System.Buffers.SearchValues<char> AlphaNumeric =
        System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
