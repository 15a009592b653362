using System.Buffers;

namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Lines that stand in a list.</summary>
internal static class ListItems
{
    private const string Bullets = "-*•–—·▪◦‣+→✓■●";

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>A bullet, a number or letter with a bracket, or a lower-case letter with a full stop, and then text.</summary>
    public static bool IsItem(string line) =>
        line is [var bullet, ' ', ..] && Bullets.Contains(bullet, StringComparison.Ordinal) || line is [>= 'a' and <= 'z', '.', ' ', ..] || IsBracketed(line);

    /// <summary>"1) …", "(a) …"</summary>
    private static bool IsBracketed(string line)
    {
        var start = line.StartsWith('(') ? 1 : 0;
        var close = line.IndexOf(')', StringComparison.Ordinal);
        return close > start && close - start <= 3 && line.AsSpan(close) is [')', ' ', ..] &&
            !line.AsSpan(start, close - start).ContainsAnyExcept(LettersAndDigits);
    }
}
