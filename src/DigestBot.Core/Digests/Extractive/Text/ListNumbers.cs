namespace DigestBot.Digests.Extractive.Text;

/// <summary>"6. ", "12) ": an item of a list whose earlier items are missing reads as torn out; the first does not.</summary>
internal static class ListNumbers
{
    private const int MostDigits = 2;

    public static bool GoOn(ReadOnlySpan<char> sentence)
    {
        var digits = 0;
        while (digits < sentence.Length && char.IsAsciiDigit(sentence[digits])) digits++;
        return digits is > 0 and <= MostDigits && sentence[digits..] is ['.' or ')', ' ', ..] && sentence[..digits] is not "1";
    }
}
