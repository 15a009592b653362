namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>In which case a line is written.</summary>
internal static class LetterCase
{
    public static bool IsCapitals(string text)
    {
        var capitals = 0;
        foreach (var character in text)
        {
            if (char.IsLower(character))
                return false;
            if (char.IsUpper(character))
                capitals++;
        }

        return capitals >= 2;
    }

    /// <summary>At least three quarters of the words that are not mere function words begin in upper case or with a digit.</summary>
    public static bool IsTitle(string text)
    {
        var words = 0;
        var capitalised = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range).TrimStart("(\"'“‘[");
            if (word.Length == 0 || !char.IsLetterOrDigit(word[0]) || HeadingWords.IsSmall(word))
                continue;

            words++;
            if (!char.IsLower(word[0]))
                capitalised++;
        }

        return words > 0 && capitalised * 4 >= words * 3;
    }
}
