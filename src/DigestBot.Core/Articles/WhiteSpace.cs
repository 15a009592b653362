using System.Text;

namespace DigestBot.Articles;

/// <summary>White space as readers see it: one blank is as good as ten, a line break or a hard blank.</summary>
internal static class WhiteSpace
{
    /// <summary>The text with every run of white space made one blank, none at its ends; the same instance where it is so already.</summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
            return text;

        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
                folded.Append(character);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        if (folded.Length > 0 && folded[^1] == ' ')
            folded.Length--;
        return folded.ToString();
    }

    private static bool IsFolded(string text)
    {
        var afterBlank = true;
        foreach (var character in text)
        {
            var isBlank = character == ' ';
            if (isBlank ? afterBlank : char.IsWhiteSpace(character))
                return false;

            afterBlank = isBlank;
        }

        return text.Length == 0 || !afterBlank;
    }
}
