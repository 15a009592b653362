namespace DigestBot.Articles.Sentences;

/// <summary>"(rsa)", "(fdn/mua)": the reporter's and the editor's initials behind the last sentence.</summary>
internal static class Initials
{
    /// <summary>The sentence without initials behind it.</summary>
    public static string TakenOff(string sentence)
    {
        var length = LengthWithout(sentence);
        return length == sentence.Length ? sentence : sentence[..length];
    }

    /// <summary>The length of the text without initials behind it.</summary>
    public static int LengthWithout(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimEnd();
        if (trimmed.IsEmpty || trimmed[^1] != ')') return text.Length;
        var open = trimmed.LastIndexOf('(');
        if (open <= 0 || !AreInitials(trimmed[(open + 1)..^1])) return text.Length;
        return trimmed[..open].TrimEnd().Length;
    }

    /// <summary>Two to four small letters, and after a slash two to six more.</summary>
    private static bool AreInitials(ReadOnlySpan<char> text)
    {
        var first = true;
        foreach (var range in text.Split('/'))
        {
            var part = first ? text[range].TrimEnd() : text[range].Trim();
            if (part.Length < 2 || part.Length > (first ? 4 : 6) || part.ContainsAnyExceptInRange('a', 'z')) return false;
            first = false;
        }

        return true;
    }
}
