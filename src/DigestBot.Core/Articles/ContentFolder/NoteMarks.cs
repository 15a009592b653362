namespace DigestBot.Articles.ContentFolder;

/// <summary>
/// Marks above the line that lead to a note. They are left out, as notes are: in a digest they lead nowhere, and a bare number
/// behind a word or a figure reads as part of it.
/// </summary>
internal static class NoteMarks
{
    private const int Longest = 12;

    /// <summary>"[12]", "[a]", "[catatan 3]": in brackets above the line stands nothing else.</summary>
    public static bool IsBracketed(string raised) => raised.Trim() is { Length: <= Longest } and ['[', _, .., ']'];

    /// <summary>A place in a page: what a mark links to, and an exponent does not.</summary>
    public static bool IsPlace(string? link) => link?.Contains('#', StringComparison.Ordinal) == true;
}
