namespace DigestBot.Articles.ContentFolder;

/// <summary>The keys of front matter, looked for where no line closes it.</summary>
internal static class FrontMatterKeys
{
    private static readonly WordSet Known = new("title date language source tags");

    /// <summary>
    /// The number of the last line of the front matter that the text begins with, counted from 1; null where its second line is
    /// none of the known keys.
    /// </summary>
    public static int? LastLineOf(string text)
    {
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var line = text.AsSpan(range).TrimEnd();
            if (number == 2 && !HasKnownKey(line))
                return null;
            if (number > 2 && !GoesOn(line))
                return number - 1;
        }

        return number < 2 ? null : number;
    }

    private static bool HasKnownKey(ReadOnlySpan<char> line)
    {
        Span<char> key = stackalloc char[16];
        var length = line.IndexOf(':');
        return length > 0 && length <= key.Length && (length + 1 == line.Length || line[length + 1] == ' ') &&
            Known.Contains(key[..line[..length].ToLowerInvariant(key)]);
    }

    /// <summary>Another key, an item of a list, a comment, or a value that goes on in a line set in.</summary>
    private static bool GoesOn(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
            return false;
        if (line[0] is ' ' or '\t' or '#' or '-')
            return true;

        var colon = line.IndexOf(':');
        return colon > 0 && !line[..colon].Contains(' ') && (colon + 1 == line.Length || line[colon + 1] == ' ');
    }
}
