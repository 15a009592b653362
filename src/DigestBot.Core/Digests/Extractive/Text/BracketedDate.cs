namespace DigestBot.Digests.Extractive.Text;

/// <summary>"(8/9/2017)", "(24/7)": the way Indonesian news gives the day of what it tells.</summary>
internal static class BracketedDate
{
    private const string Separators = "/.-";

    public static bool OccursIn(ReadOnlySpan<char> text)
    {
        for (var open = text.IndexOf('('); open >= 0; open = text.IndexOf('('))
        {
            text = text[(open + 1)..];
            if (BeginsWithDate(text)) return true;
        }

        return false;
    }

    /// <summary>Day, separator, month, and perhaps separator and year; then the bracket closes.</summary>
    private static bool BeginsWithDate(ReadOnlySpan<char> text) =>
        TakeDigits(ref text, 1, 2) && TakeSeparator(ref text) && TakeDigits(ref text, 1, 2)
        && (text.StartsWith(')') || (TakeSeparator(ref text) && TakeDigits(ref text, 2, 4) && text.StartsWith(')')));

    private static bool TakeDigits(ref ReadOnlySpan<char> text, int least, int most)
    {
        var count = 0;
        while (count < text.Length && count < most && char.IsDigit(text[count])) count++;
        text = text[count..];
        return count >= least;
    }

    private static bool TakeSeparator(ref ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !Separators.Contains(text[0])) return false;
        text = text[1..];
        return true;
    }
}
