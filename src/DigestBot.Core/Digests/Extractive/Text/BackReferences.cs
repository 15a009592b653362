namespace DigestBot.Digests.Extractive.Text;

/// <summary>Openings that leave a sentence dangling when the one before it is not there.</summary>
internal static class BackReferences
{
    private static readonly string[] Openings =
    [
        "Ini", "Itu", "Hal ini", "Hal itu", "Hal tersebut", "Ia", "Dia", "Mereka", "Beliau", "Namun", "Tetapi", "Tapi", "Akan tetapi",
        "Selain itu", "Sementara itu", "Menurutnya", "Sebaliknya", "Oleh karena itu", "Oleh sebab itu", "Karena itu",
        "Dengan demikian", "Keduanya", "Tersebut", "He", "She", "It", "They", "This", "That", "These", "Those", "However", "But",
        "Moreover", "Furthermore", "Therefore", "Thus", "In addition",
    ];

    private static readonly string[][] ByInitial =
        [.. Enumerable.Range('A', 26).Select(initial => Openings.Where(opening => opening[0] == initial).ToArray())];

    /// <summary>Whether the sentence opens with one, inside a quotation mark or not.</summary>
    public static bool Opens(ReadOnlySpan<char> sentence)
    {
        if (!sentence.IsEmpty && sentence[0] is '"' or '\'' or '“' or '‘') sentence = sentence[1..];
        if (sentence.IsEmpty || !char.IsAsciiLetterUpper(sentence[0])) return false;
        foreach (var opening in ByInitial[sentence[0] - 'A'])
            if (sentence.StartsWith(opening, StringComparison.Ordinal) && EndsWord(sentence, opening.Length)) return true;
        return false;
    }

    private static bool EndsWord(ReadOnlySpan<char> sentence, int end) =>
        end == sentence.Length || !(char.IsLetterOrDigit(sentence[end]) || sentence[end] == '_');
}
